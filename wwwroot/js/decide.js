// A change that met another truth is looked at on its page, with what was entered in its form.
import { items, settle } from "./queue.js";

const wanted = Number(/^#waiting=(\d+)$/.exec(location.hash)?.[1]);

if (wanted) items().then((all) => fill(all.find(({ id }) => id === wanted)));

function fill(change) {
  const form = change && formOf(change.path);
  if (!form) return;
  for (const [name, value] of change.fields) put(form, name, value);
  form.dataset.decides = change.id;
  // What the two truths are, the office says when it is asked to save: nothing is overwritten by that.
  if (change.cause === "conflict") form.requestSubmit();
  else form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function formOf(path) {
  return [...document.querySelectorAll("main form")].find((form) => form.getAttribute("hx-post") === path);
}

function put(form, name, value) {
  const control = form.elements.namedItem(name);
  if (!control) return;
  if (control.type === "checkbox") control.checked = control.value === value;
  else control.value = value;
  control.dispatchEvent?.(new Event("input", { bubbles: true }));
}

// Saved by hand, or asked about by the office: it waits no longer.
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const id = Number(ctx.sourceElement.dataset?.decides);
  if (id && (ctx.response.status < 400 || ctx.response.status === 409)) settle(id);
});
