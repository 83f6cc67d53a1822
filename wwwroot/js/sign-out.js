// Whoever leaves this browser leaves nothing in it: neither what waits nor the pages kept for offline.
import { forget } from "./kept.js";
import { make } from "./make.js";
import { flush, items, wipe } from "./queue.js";

document.addEventListener(
  "submit",
  (event) => {
    const { target } = event;
    if (!target.matches("[data-leaves]") || target.dataset.ready) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave(target);
  },
  true,
);

async function leave(form) {
  const waiting = await items();
  if (waiting.length && !(await warn(waiting))) return;
  await Promise.all([wipe(), forget()]);
  form.dataset.ready = "true";
  form.requestSubmit();
}

// True when one may go.
function warn(waiting) {
  const count = waiting.length;
  // What waits for its person is not settled by sending it once more.
  const isParked = waiting.every(({ state }) => state === "parked");
  const what = `${count} ${count === 1 ? "change is" : "changes are"}`;
  const text = isParked ? `${what} not decided yet` : `${what} not sent yet`;
  const send = make("button", { className: "btn primary", value: "send", textContent: "Send now" });
  const lose = make("button", {
    className: "btn danger",
    value: "lose",
    textContent: `Sign out and lose ${count === 1 ? "it" : "them"}`,
  });
  const stay = make("button", { className: "btn plain", value: "", textContent: "Stay signed in" });
  const form = make("form", { method: "dialog", className: "buttons" }, stay, lose, ...(isParked ? [] : [send]));
  const first = isParked ? "Decide first" : "Send what waits first";
  const why = `${first}, or sign out and lose it. This browser keeps nothing of somebody who has left.`;
  const dialog = make(
    "dialog",
    {},
    make("div", { className: "head" }, make("h2", { id: "leaving", textContent: text })),
    make("div", { className: "body" }, make("p", { textContent: why }), form),
  );
  dialog.setAttribute("aria-labelledby", "leaving");
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((decided) => {
    dialog.addEventListener("close", async () => {
      dialog.remove();
      if (dialog.returnValue === "send") await flush();
      decided(dialog.returnValue === "lose" || (dialog.returnValue === "send" && !(await items()).length));
    });
  });
}
