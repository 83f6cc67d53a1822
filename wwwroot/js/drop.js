// Gives up what waits, with a way back.
import { make } from "./make.js";
import { discard } from "./queue.js";
import { show } from "./toast.js";

export async function drop({ id, action }) {
  const back = await discard(id);
  show({ text: `Discarded: ${action}`, action: "Undo", onAction: back });
}

/** For the form in which it is looked at. */
export function dropButton(change, then = () => {}) {
  const button = make("button", { type: "button", className: "btn plain", textContent: "Discard" });
  button.addEventListener("click", async () => {
    button.disabled = true;
    await drop(change);
    then();
  });
  return button;
}
