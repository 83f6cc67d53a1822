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
  if (ctx.response?.status >= 400) again(standing(ctx.sourceElement));
});
document.addEventListener("htmx:error", ({ detail: { ctx } }) => again(ctx?.sourceElement));

window.addEventListener("beforeunload", (event) => {
  for (const form of dirty) if (isAtRisk(form)) return event.preventDefault();
});

// What is decided here after it waited waits on.
function isAtRisk(form) {
  return form.isConnected && form.matches("[data-guard]") && !form.dataset.decides;
}

// What was sent gave way to what came back: the form with what is wrong in it, or with a choice.
function standing(form) {
  const address = form?.getAttribute("hx-post");
  if (!address || form.isConnected) return form;
  return [...document.querySelectorAll("form[data-guard]")].find((one) => one.getAttribute("hx-post") === address);
}

function again(element) {
  if (element?.matches?.("form")) dirty.add(element);
}
