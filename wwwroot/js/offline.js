// Without a line the last seen pages still open, and say how old they are.
import { forget } from "./kept.js";
import { make } from "./make.js";
import { person } from "./person.js";
import { token } from "./request.js";
import { isOn } from "./switches.js";

const keptAt = Number(document.querySelector('meta[name="kept-at"]')?.content);
const dwell = 3000;

// Missing where an office reaches the program by plain http: then nothing is kept.
if (navigator.serviceWorker && person) {
  if (isOn("offline-reading")) begin();
  else end();
}

function begin() {
  navigator.serviceWorker.register("/sw.js", { type: "module" }).catch(() => {});
  if (keptAt) say();
  else if (navigator.serviceWorker.controller) setTimeout(keepForms, dwell);
  else navigator.serviceWorker.addEventListener("controllerchange", keepThis, { once: true });
}

// Somebody's first page: the worker came after it, and has not seen it.
function keepThis() {
  navigator.serviceWorker.controller.postMessage("keep");
  setTimeout(keepForms, dwell);
}

async function end() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) registration.unregister();
  await forget();
}

function say() {
  const time = make("time", { dateTime: new Date(keptAt).toISOString(), textContent: words(new Date(keptAt)) });
  const text = make("p", {}, "Offline – showing data from ", time);
  // The pill says the same for as long: see answers.js.
  const banner = make("div", { className: "banner attention kept-banner", role: "status" }, text);
  document.getElementById("main").prepend(banner);
  document.addEventListener("live:heard", ({ detail: answer }) => {
    banner.remove();
    renew(answer);
  });
}

// The token of a page from the disk may be of an earlier run of the browser.
async function renew(answer) {
  const now = answer.ok && !answer.redirected ? await answer.json() : {};
  if (now.person !== person) location.reload();
  else if (token() !== now.token) document.querySelector('meta[name="antiforgery"]').content = now.token;
}

function words(then) {
  const today = then.toDateString() === new Date().toDateString();
  const time = { hour: "2-digit", minute: "2-digit" };
  return then.toLocaleString("en-GB", today ? time : { day: "numeric", month: "short", ...time });
}

// What somebody stays to read they may want to change on the train: its forms are fetched for the worker to keep.
function keepForms() {
  if (document.hidden || !navigator.onLine) return;
  const links = document.querySelectorAll('a[hx-get*="part=form"]');
  for (const link of links) fetch(link.getAttribute("hx-get"), { headers: { "HX-Request": "true" } }).catch(() => {});
}
