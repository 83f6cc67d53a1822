// What became of each save, told: by the name that its button or form has in a clerk's words.
import { tell } from "./events.js";

export function actionOf({ sourceElement, request }) {
  const named = request.submitter?.dataset.action ?? request.form?.dataset.action ?? sourceElement?.dataset?.action;
  return named ?? (sourceElement === document.body ? "Undo" : "Change something");
}

export function isSave(ctx) {
  return ctx.request.method !== "GET";
}

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  if (!isSave(ctx)) return;
  ctx.sentAt = performance.now();
  tell("action", { name: actionOf(ctx) });
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (!isSave(ctx)) return;
  const { status } = ctx.response;
  if (status === 409) tell("conflict", { action: actionOf(ctx) });
  else if (status < 400) tell("confirmed", { ms: Math.round(performance.now() - ctx.sentAt), action: actionOf(ctx) });
});

// A form that is sent without htmx is answered by another page.
document.addEventListener("submit", ({ target, submitter, defaultPrevented }) => {
  if (defaultPrevented || target.method !== "post" || target.matches("[hx-post]")) return;
  const name = submitter?.dataset.action ?? target.dataset.action;
  if (name) tell("action", { name });
});
