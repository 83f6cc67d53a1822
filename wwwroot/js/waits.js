// The form of a change that waits: safe to leave, and still there to go on with.
import { changedBy, isChoice } from "./asked.js";
import { dropButton } from "./drop.js";
import { enteredIn, holds, know } from "./enter.js";
import { listen } from "./events.js";
import { hasLine } from "./has-line.js";
import { clean, isDirty } from "./leave.js";
import { make } from "./make.js";
import { isHeldUp, waitsFor } from "./queue.js";
import { linkTo } from "./toast.js";

const says = {
  conflict: (asked) =>
    `Not saved yet: ${changedBy(asked)} Save again ${isChoice(asked) ? "to choose which one stays" : "to decide"}.`,
  discarded: () => "Discarded. What you entered is still here, not saved.",
};

const sent = new WeakMap();

document.addEventListener("queue:waits", ({ detail: { form, change } }) => {
  // A mere button has said all of it where it shows what was pressed.
  if (!form.matches?.("form") || form.matches("[data-optimistic]:not([data-guard])")) return;
  if (holds(form, change.fields)) clean(form);
  wait(form, change);
});

/** The form holds what waits. */
export function wait(form, change) {
  form.dataset.waits = change.id;
  sent.set(form, change);
  know(form, enteredIn(change.fields));
  if (!change.about.length && form.matches("[data-guard]")) return seal(form);
  if (form.matches("[data-guard]")) say(form, "waiting", `${reason(change)} You can go on, or leave the page.`);
}

// As long as there is no line that is why; with one it has to be something else.
function reason({ about, id }) {
  if (!hasLine()) return "Waiting for the connection.";
  if (isHeldUp(about, id)) return "Waiting until you have decided your earlier change.";
  return waitsFor(about, id) ? "Waiting for your earlier change." : "Waiting to be sent.";
}

function again() {
  for (const banner of document.querySelectorAll("form[data-waits]:not([data-fresh]) > .banner.waiting > p")) {
    const change = sent.get(banner.closest("form"));
    const text = change && `${reason(change)} You can go on, or leave the page.`;
    if (text && banner.textContent !== text) banner.textContent = text;
  }
}

document.addEventListener("live:state", again);
listen(({ kind }) => kind === "queue" && again());

document.addEventListener("queue:became", ({ detail: { became, id, cause, said } }) => {
  if (became === "decided") return;
  const form = document.querySelector(`form[data-waits="${id}"]`);
  if (!form?.matches("[data-guard]")) return;
  const isFresh = form.matches("[data-fresh]");
  if (became === "restored") return isFresh ? seal(form) : wait(form, sent.get(form));
  if (became === "dropped") return dropped(form, cause, said);
  if (isFresh) unseal(form);
  if (said?.where) return say(form, "good", said.text ?? "Sent.", linkTo(said.where));
  // It was done before the line broke, by an office that could not tell any more where it is.
  if (isFresh) return say(form, "good", "This is saved.");
  // Where Cancel leads to is what was saved.
  if (isDirty(form)) form.querySelector(".banner.waiting")?.remove();
  else form.querySelector("a[hx-get]")?.click();
});

// It was not saved after all: what the office has is again what it was before, or the next save would say nothing new.
function forget(form) {
  for (const [name, value] of sent.get(form)?.fields ?? []) {
    const was = name.startsWith("Was[") && form.elements.namedItem(name);
    if (was) was.value = value;
  }
}

// Somebody new, sent once more, would be there twice.
function seal(form) {
  const link = another();
  form.dataset.fresh = "";
  enable(form, false);
  say(form, "waiting", "Kept on this device until it is sent. You can leave the page.", link);
  // The button that was pressed cannot be pressed again.
  link.focus();
}

// It is sent: the form is there for the next one.
function unseal(form) {
  delete form.dataset.fresh;
  delete form.dataset.waits;
  form.reset();
  enable(form, true);
}

function another() {
  return make("a", { href: location.pathname, className: "btn", textContent: "Add another" });
}

// Saved by hand it waits no longer: see decide.js.
function dropped(form, cause, asked) {
  if (cause !== "discarded") form.dataset.decides = form.dataset.waits;
  enable(form, true);
  forget(form);
  const text = says[cause]?.(asked) ?? "This was not accepted. Save again to see why.";
  say(form, "attention", text, ...(cause === "discarded" ? [] : [dropButton(sentFrom(form))]));
}

function sentFrom(form) {
  return { ...sent.get(form), id: Number(form.dataset.waits) };
}

function enable(form, on) {
  for (const control of form.elements) control.disabled = !on;
}

function say(form, tone, text, ...more) {
  form.querySelector(":scope > .banner")?.remove();
  const banner = make(
    "div",
    { className: `banner ${tone}`, role: "status" },
    make("p", { textContent: text }),
    ...more,
  );
  form.prepend(banner);
}
