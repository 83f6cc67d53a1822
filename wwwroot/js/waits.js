// The form of a change that waits: safe to leave, and still there to go on with.
import { clean, isDirty } from "./leave.js";
import { make } from "./make.js";

const says = {
  conflict: "Somebody changed the same meanwhile. Save again to choose what stays.",
  discarded: "Discarded. What you entered is still here, not saved.",
};

document.addEventListener("queue:waits", ({ detail: { form, change } }) => {
  // A mere button has said all of it where it shows what was pressed.
  if (!form.matches?.("form") || form.matches("[data-optimistic]:not([data-guard])")) return;
  clean(form);
  form.dataset.waits = change.id;
  know(form, change.fields);
  if (form.matches("[data-guard]"))
    say(form, "waiting", "This waits for the connection. You can go on, or leave the page.");
});

document.addEventListener("queue:became", ({ detail: { became, id, cause } }) => {
  const form = document.querySelector(`form[data-waits="${id}"]`);
  if (!form?.matches("[data-guard]")) return;
  if (became === "restored") return say(form, "waiting", "This waits for the connection.");
  if (became === "dropped")
    return say(form, "attention", says[cause] ?? "This was not accepted. Save again to see why.");
  // Where Cancel leads to is what was saved.
  if (isDirty(form)) form.querySelector(".banner.waiting")?.remove();
  else form.querySelector("a[hx-get]")?.click();
});

// Saved once more, it must not be taken for a quarrel with what already waits.
export function know(form, fields) {
  for (const [name, value] of fields) {
    const was = form.elements?.namedItem(`Was[${name}]`);
    if (was) was.value = value;
  }
}

function say(form, tone, text) {
  form.querySelector(":scope > .banner")?.remove();
  const banner = make("div", { className: `banner ${tone}`, role: "status" }, make("p", { textContent: text }));
  form.prepend(banner);
}
