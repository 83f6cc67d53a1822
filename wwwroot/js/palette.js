// Ctrl K: go to a person or a page by typing a part of the name.
const dialog = document.getElementById("palette");
const input = dialog?.querySelector("input");
const list = dialog?.querySelector("[role=listbox]");
let asked;

export function open() {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  input.select();
  find();
}

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-palette]") || event.ctrlKey || event.metaKey || !dialog) return;
  event.preventDefault();
  open();
});

input?.addEventListener("input", find);
input?.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) mark(options().indexOf(marked()) + step);
  else if (event.key === "Enter") marked()?.click();
  else return;
  event.preventDefault();
});

async function find() {
  asked?.abort();
  asked = new AbortController();
  const address = `/find?q=${encodeURIComponent(input.value.trim())}`;
  try {
    const answer = await fetch(address, { signal: asked.signal, headers: { "HX-Request": "true" } });
    draw(answer.ok && !answer.redirected ? await answer.text() : "");
  } catch {
    // Overtaken by the next letter, or no connection: the pill says which.
  }
}

function draw(html) {
  list.innerHTML = html;
  options().forEach((option, place) => {
    option.id ||= `found-${place}`;
    option.tabIndex = -1;
  });
  input.setAttribute("aria-expanded", String(options().length > 0));
  mark(0);
}

function options() {
  return [...list.querySelectorAll("[role=option]")];
}

function marked() {
  return list.querySelector("[aria-selected=true]");
}

function mark(place) {
  const all = options();
  const chosen = all.at(place >= all.length ? 0 : place);
  for (const option of all) option.ariaSelected = String(option === chosen);
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
  else input.removeAttribute("aria-activedescendant");
}
