// What waited and made something new: only now has that an address, and whoever made it is told. So is whoever wanted
// what was so already.
import { make } from "./make.js";
import { show } from "./toast.js";

document.addEventListener("queue:became", ({ detail: { became, said } }) => {
  if (became !== "sent" || !said || document.hidden) return;
  show({ text: said.text ?? "Sent.", kind: said.kind, button: said.where && linkTo(said) });
});

export function linkTo({ where }) {
  // An address of ours, whoever answered.
  return make("a", { href: new URL(where, location.origin).pathname, textContent: "Look at it" });
}
