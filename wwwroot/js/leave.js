// Typing that is not saved yet: the browser asks before it is lost.
const dirty = new Set();

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

document.addEventListener("submit", ({ target }) => dirty.delete(target));
document.addEventListener("reset", ({ target }) => dirty.delete(target));

// A refused save is still unsaved.
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  if (ctx.response?.status >= 400) again(ctx.sourceElement);
});
document.addEventListener("htmx:error", ({ detail: { ctx } }) => again(ctx?.sourceElement));

window.addEventListener("beforeunload", (event) => {
  for (const form of dirty) if (form.isConnected && form.matches("[data-guard]")) return event.preventDefault();
});

function again(element) {
  if (element?.matches?.("form")) dirty.add(element);
}
