// A section that is opened while a change to it waits has in its form what waits: nobody types over their own change
// without knowing of it.
import { enter, enteredIn } from "./enter.js";
import { clean, isDirty } from "./leave.js";
import { items } from "./queue.js";
import { wait } from "./waits.js";

// What was refused, or is decided about, says something else.
const forms = "form[data-guard][data-optimistic]:not([data-waits], [data-decides])";

async function recall() {
  if (!document.querySelector(forms)) return;
  const waiting = (await items()).filter(({ state }) => state === "waiting");
  for (const form of document.querySelectorAll(forms))
    for (const change of isDirty(form) ? [] : waiting.filter(({ path }) => path === form.getAttribute("hx-post"))) {
      enter(form, enteredIn(change.fields));
      clean(form);
      wait(form, change);
    }
}

document.addEventListener("htmx:after:swap", recall);
recall();
