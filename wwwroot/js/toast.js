import { make } from "./make.js";

const most = 3;
const region = () => document.getElementById("toasts") ?? document.body;

export function show({ text, undo, kind = "good", action = "Undo", onAction, button: own, where, about }) {
  const toast = make("div", { className: `toast ${kind}` }, make("span", { textContent: text }));
  // What is said twice is read once.
  for (const old of region().querySelectorAll(".toast.bad")) if (old.firstChild.textContent === text) old.remove();
  if (about) toast.dataset.about = about;
  if (undo) onAction = () => window.htmx.ajax("POST", undo, { target: "body", swap: "none" });
  if (onAction) toast.append(button(action, "", onAction));
  if (own) toast.append(own);
  if (where) toast.append(linkTo(where));
  region().append(toast);
  adopt(toast);
}

/** An address of ours, whoever answered: a path may begin like the name of another site. */
export function linkTo(where) {
  return make("a", { href: location.origin + new URL(where, location.origin).pathname, textContent: "Look at it" });
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

/** What went wrong with a form is over once it is tried again, or left. */
function forget(about) {
  for (const old of region().querySelectorAll(".toast.bad")) if (old.dataset.about === about) dismiss(old);
}

function formAround(element) {
  return element?.closest?.("form[hx-post]")?.getAttribute?.("hx-post");
}

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  const about = formAround(ctx.sourceElement);
  if (about) forget(about);
});
document.addEventListener("toast", ({ detail, target }) => show({ about: formAround(target), ...detail }));
for (const toast of document.querySelectorAll("#toasts .toast")) adopt(toast);
