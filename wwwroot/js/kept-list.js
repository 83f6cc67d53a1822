// The page of a lost line: what can be opened all the same.
import { keptPages } from "./kept.js";
import { make } from "./make.js";
import { inWords } from "./time.js";

const place = document.querySelector("[data-kept-pages]");

if (place) {
  document.querySelector("[data-again]").addEventListener("click", () => location.reload());
  window.addEventListener("online", () => location.reload());
  keptPages().then(draw);
}

function draw(pages) {
  if (!pages.length) return;
  place.replaceChildren(make("ul", { className: "rows" }, ...pages.map(row)));
}

function row({ address, title, at }) {
  const seen = make("small", { className: "muted", textContent: `as it was ${inWords(at)}` });
  return make("li", {}, make("a", { className: "link", href: address, textContent: title }), seen);
}
