// Without a line, what cannot wait for one is not offered, and says why.
import { mayWait, whyNot } from "./may-wait.js";
import { canWait } from "./queue.js";
import { show } from "./toast.js";

let away = false;

document.addEventListener("live:state", ({ detail: state }) => {
  if (away === (state === "offline")) return;
  away = state === "offline";
  mark();
});
document.addEventListener("htmx:after:swap", () => away && mark());

// Not `disabled`: who gets there by keyboard must hear why.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest?.("[data-needs-line]");
    if (!button || !away) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show({ kind: "bad", text: button.title });
  },
  true,
);

function mark() {
  for (const button of document.querySelectorAll("button")) {
    const reason = away && needsLine(button);
    if (reason) forbid(button, reason);
    else if (button.dataset.needsLine !== undefined) allow(button);
  }
}

function needsLine({ type, form }) {
  if (type !== "submit" || form?.method !== "post") return null;
  const address = form.getAttribute("hx-post") ?? form.getAttribute("action") ?? location.pathname;
  // A form that leaves the page cannot wait: the browser sends it itself.
  return canWait && form.hasAttribute("hx-post") && mayWait("POST", address)
    ? null
    : `Needs a connection: ${whyNot(address)}`;
}

function forbid(button, reason) {
  button.dataset.needsLine = button.title;
  button.title = reason;
  button.ariaDisabled = "true";
}

function allow(button) {
  button.title = button.dataset.needsLine;
  delete button.dataset.needsLine;
  button.ariaDisabled = null;
}
