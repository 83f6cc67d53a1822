// A change that met another truth is looked at on its page, with what was entered in its form.
import { enter, enteredIn } from "./enter.js";
import { items, settle } from "./queue.js";

const wanted = Number(/^#waiting=(\d+)$/.exec(location.hash)?.[1]);

if (wanted) items().then((all) => fill(all.find(({ id }) => id === wanted)));

function fill(change) {
  const form = change && formOf(change.path);
  if (!form) return;
  enter(form, [...change.fields, ...enteredIn(change.fields)]);
  form.dataset.decides = change.id;
  // What the two truths are, the office says when it is asked to save: nothing is overwritten by that.
  if (change.cause === "conflict") form.requestSubmit();
  else form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function formOf(path) {
  return [...document.querySelectorAll("main form")].find((form) => form.getAttribute("hx-post") === path);
}

// Saved by hand, or asked about by the office: it waits no longer.
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const id = Number(ctx.sourceElement.dataset?.decides);
  if (!id || (ctx.response.status >= 400 && ctx.response.status !== 409)) return;
  settle(id);
  // Read once more, the page has nothing more to decide.
  if (wanted) history.replaceState(history.state, "", location.pathname + location.search);
});
