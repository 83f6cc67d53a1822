// Single keys. They can be switched off in their own dialog, for people whose voice or hand types by itself.
const switchBox = document.getElementById("single-keys");
const stored = "single-keys";
let going = 0;

if (switchBox) {
  switchBox.checked = localStorage.getItem(stored) !== "off";
  switchBox.addEventListener("change", () => localStorage.setItem(stored, switchBox.checked ? "on" : "off"));
}

const keys = {
  "?": () => document.getElementById("shortcuts")?.showModal(),
  "/": () => (document.querySelector("[data-search]") ?? document.querySelector("[data-palette]"))?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: () => row()?.querySelector("[data-pick]")?.click(),
  b: () => document.querySelector("[data-bulk]:not([hidden]) :is(summary, button):not([hidden])")?.focus(),
  e: () => row()?.querySelector("[data-open]")?.click(),
  g: () => {
    going = performance.now();
  },
};

// After all others: who has made use of a key says so.
window.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "ArrowDown" && event.target.matches?.("[data-search]")) {
    event.preventDefault();
    move(1);
    return;
  }
  if (event.key === "Enter" && event.target.matches("[data-pick]")) {
    // Else the browser sends the form that the box belongs to: something would be done to all that are picked.
    event.preventDefault();
    keys.e();
    return;
  }
  if (event.key === "Escape") {
    if (!event.isComposing && !document.querySelector("dialog[open]")) leave(event.target);
    return;
  }
  if (localStorage.getItem(stored) === "off" || document.querySelector("dialog[open]") || isTyping(event.target))
    return;
  const { key } = event;
  const gone = performance.now() - going < 1200 && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  const own = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (gone) gone.click();
  else if (keys[key]) keys[key]();
  else if (own) own.click();
  else return;
  event.preventDefault();
});

export function isTyping(element) {
  return element.matches?.(
    "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])",
  );
}

// Out of a form, or the selection away. What was typed can be had back, and a filled search field empties itself first.
function leave(target) {
  const form = target.closest?.("form");
  const cancel = form?.querySelector("[data-cancel]");
  if (cancel) cancel.click();
  else if (target.matches?.("[data-search]") && !target.value) move(1);
  else if (!isTyping(target)) document.querySelector("[data-bulk]:not([hidden]) [data-clear]")?.click();
}

function row() {
  return document.activeElement?.closest("[data-row]");
}

function move(step) {
  const rows = [...document.querySelectorAll("[data-row]")];
  const at = rows.indexOf(row());
  const next = rows[at < 0 ? 0 : at + step];
  (next?.querySelector("[data-open]") ?? next?.querySelector("a, button, input"))?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
