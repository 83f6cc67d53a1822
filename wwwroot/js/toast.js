import { make } from "./make.js";

const most = 3;
const region = () => document.getElementById("toasts") ?? document.body;

export function show({ text, undo, kind = "good", action = "Undo", onAction, button: own, where }) {
  const toast = make("div", { className: `toast ${kind}` }, make("span", { textContent: text }));
  if (undo) onAction = () => window.htmx.ajax("POST", undo, { target: "body", swap: "none" });
  if (onAction) toast.append(button(action, "", onAction));
  if (own) toast.append(own);
  if (where) toast.append(linkTo(where));
  region().append(toast);
  adopt(toast);
}

/** An address of ours, whoever answered. */
export function linkTo(where) {
  return make("a", { href: new URL(where, location.origin).pathname, textContent: "Look at it" });
}

// A toast that came with the page has the same manners as one that comes later.
function adopt(toast) {
  toast.append(button("×", "close"));
  toast.addEventListener("click", (event) => event.target.closest("button, a") && setTimeout(() => dismiss(toast)));
  const lasts = toast.querySelectorAll("button, a").length > 1 || toast.matches(".bad") ? 12_000 : 6000;
  let timer;
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(() => dismiss(toast), lasts);
  };
  const hold = () => clearTimeout(timer);
  // A pointer that rests where the toast appeared is not reading it.
  for (const name of ["pointermove", "focusin"]) toast.addEventListener(name, hold);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, start);
  start();
  const toasts = region().querySelectorAll(".toast");
  for (const old of [...toasts].slice(0, -most)) old.remove();
}

function button(text, className, onClick) {
  const element = make("button", { type: "button", textContent: text, className });
  if (className === "close") element.ariaLabel = "Dismiss";
  if (onClick) element.addEventListener("click", onClick);
  return element;
}

function dismiss(toast) {
  // Focus must not fall to the top of the page with the toast.
  if (toast.contains(document.activeElement)) document.querySelector("main")?.focus({ preventScroll: true });
  toast.remove();
}

document.addEventListener("toast", ({ detail }) => show(detail));
for (const toast of document.querySelectorAll("#toasts .toast")) adopt(toast);
