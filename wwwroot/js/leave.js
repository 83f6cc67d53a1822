// Typing that is not saved yet: the browser asks before it is lost.
import { isRefused, nextForms } from "./next-form.js";

const dirty = new WeakSet();
// What was typed is under way.
const sent = new WeakSet();

export function isDirty(form) {
  return dirty.has(form);
}

/** What it held is safe elsewhere. */
export function clean(form) {
  dirty.delete(form);
}

document.addEventListener("input", ({ target }) => {
  if (target.form && !target.matches("[data-pick]")) dirty.add(target.form);
});

document.addEventListener("submit", ({ target }) => {
  if (dirty.delete(target)) sent.add(target);
  else sent.delete(target);
});
document.addEventListener("reset", ({ target }) => dirty.delete(target));

// A refused save is still unsaved. What waits to be decided about is safe where it waits.
document.addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
  if (!isRefused(ctx) || ctx.sourceElement.dataset?.decides) return;
  if (sent.has(ctx.sourceElement)) for (const form of [ctx.sourceElement, ...nextForms(ctx, tasks)]) dirty.add(form);
});
document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (sent.has(ctx?.sourceElement)) dirty.add(ctx.sourceElement);
});

window.addEventListener("beforeunload", (event) => {
  if ([...document.querySelectorAll("form[data-guard]")].some(isDirty)) event.preventDefault();
});
