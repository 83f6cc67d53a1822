// A section that is opened while a change to it waits has in its form what waits: nobody types over their own change
// without knowing of it. What waits to be decided about leads to where that is done.
import { enter, enteredIn } from "./enter.js";
import { clean, isDirty } from "./leave.js";
import { make } from "./make.js";
import { isLookedAt, pageOf } from "./parked.js";
import { items } from "./queue.js";
import { wait } from "./waits.js";

// What was refused, or is decided about, says something else.
const forms = "form[data-guard][data-optimistic]:not([data-waits], [data-decides])";

async function recall() {
  if (!document.querySelector(forms)) return;
  const all = await items();
  const waiting = all.filter(({ state }) => state === "waiting");
  for (const form of document.querySelectorAll(forms)) {
    lead(
      form,
      all.find((change) => isLookedAt(change) && change.path === form.getAttribute("hx-post")),
    );
    for (const change of isDirty(form) ? [] : waiting.filter(({ path }) => path === form.getAttribute("hx-post"))) {
      enter(form, enteredIn(change.fields));
      clean(form);
      wait(form, change);
    }
  }
}

function lead(form, parked) {
  if (!parked || form.querySelector(":scope > .banner")) return;
  const text = make("p", { textContent: "Your earlier change is not saved yet." });
  const link = make("a", { className: "btn", href: pageOf(parked), textContent: "Decide" });
  form.prepend(make("div", { className: "banner attention", role: "status" }, text, link));
}

document.addEventListener("htmx:after:swap", recall);
recall();
