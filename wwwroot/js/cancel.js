// Whoever cancels, or leaves the other value standing, can have back what was typed.
import { changedIn, enter } from "./enter.js";
import { isDirty } from "./leave.js";
import { show } from "./toast.js";

const typed = new WeakMap();

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  // What a form asks for by itself, such as who changed the same meanwhile, leaves it as it is.
  const isLeaving = ctx.request.method === "GET" && ctx.sourceEvent?.type !== "live";
  const form = isLeaving && ctx.sourceElement.closest?.("form[data-guard]");
  // What waits to be decided about is kept where it waits.
  if (!form || form.dataset.decides || !isDirty(form)) return;
  const fields = changedIn([...new FormData(form)]);
  if (fields.length) typed.set(ctx, { path: form.getAttribute("hx-post"), fields });
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const form = ctx.response?.status < 300 && typed.get(ctx);
  if (form && opens(form.path))
    show({ kind: "attention", text: "What you typed was discarded.", onAction: () => reopen(form) });
});

function opens(path) {
  return document.querySelector(`main a[hx-get][href="${CSS.escape(path)}"]`);
}

function reopen({ path, fields }) {
  const fill = () => {
    const form = document.querySelector(`form[data-guard][hx-post="${CSS.escape(path)}"]`);
    if (!form) return;
    document.removeEventListener("htmx:after:swap", fill);
    enter(form, fields);
  };
  document.addEventListener("htmx:after:swap", fill);
  opens(path)?.click();
}
