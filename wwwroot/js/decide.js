// A change that met another truth is looked at on its page, with what was entered in its form. It stays where it is until
// its person has decided: whoever leaves the chooser finds it again.
import { dropButton } from "./drop.js";
import { enter, enteredIn } from "./enter.js";
import { checkAll } from "./fields.js";
import { clean, isDirty } from "./leave.js";
import { make } from "./make.js";
import { isRefused, nextForms } from "./next-form.js";
import { items, settle } from "./queue.js";
import { isSignIn } from "./request.js";
import { show } from "./toast.js";

const decidedHere = new Set();

async function look() {
  const wanted = wantedId();
  if (wanted) fill((await items()).find(({ id }) => id === wanted));
}

function wantedId() {
  return Number(/^#waiting=(\d+)$/.exec(location.hash)?.[1]);
}

function fill(change) {
  const form = change && formOf(change.path);
  if (!form) return;
  enter(form, [...change.fields, ...enteredIn(change.fields)]);
  carry(form, change.fields);
  form.dataset.decides = change.id;
  // What the two truths are, the office says when it is asked to save: nothing is overwritten by that.
  const isChosen = change.fields.some(([name]) => name.startsWith("Choice["));
  if (change.cause === "conflict" || isChosen) form.requestSubmit();
  else {
    form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    checkAll(form);
    form.querySelector(".buttons")?.append(dropButton(change, () => leave(form)));
  }
}

// What was typed into it was given up with the change itself.
function leave(form) {
  clean(form);
  form.querySelector("a[hx-get]")?.click();
}

// What was chosen already is no field of this form.
function carry(form, fields) {
  const missing = fields.filter(([name]) => !form.elements.namedItem(name));
  for (const [name, value] of missing) form.append(make("input", { type: "hidden", name, value }));
}

function formOf(path) {
  return [...document.querySelectorAll("main form[data-guard]")].find((form) => form.getAttribute("hx-post") === path);
}

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const id = Number(ctx.sourceElement.dataset?.decides);
  if (id && !isRefused(ctx) && !isSignIn(ctx.response.raw)) done(id);
});

// Answered without an end of it: what is drawn then goes on with the same change.
document.addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
  const id = ctx.sourceElement.dataset?.decides;
  if (!id || !isRefused(ctx)) return;
  for (const form of nextForms(ctx, tasks)) {
    form.dataset.decides = id;
    const leave = form.matches("[data-conflict]") && form.querySelector("a[hx-get]");
    if (leave) leave.textContent = "Decide later";
  }
});

function done(id) {
  decidedHere.add(id);
  settle(id);
  // Read once more, the page has nothing more to decide.
  if (wantedId() === id) history.replaceState(history.state, "", location.pathname + location.search);
}

// Decided elsewhere: what is asked here has its answer. What somebody has typed into it is theirs to leave.
document.addEventListener("queue:became", ({ detail: { became, id } }) => {
  if (!["decided", "sent"].includes(became) || decidedHere.has(id)) return;
  const form = document.querySelector(`form[data-decides="${id}"]`);
  if (!form || isDirty(form)) return;
  form.querySelector("a[hx-get]")?.click();
  show({ text: "This was decided in another tab." });
});

window.addEventListener("hashchange", look);
look();
