// What waited is saved, and whoever made it is told. What was made new has only now an address.
import { isShort } from "./send.js";
import { show } from "./toast.js";

// What comes as often is one word in the end.
const together = 700;
let quiet = [];
let timer;

document.addEventListener("queue:became", ({ detail: { became, said = {} } }) => {
  if (became !== "sent" || document.hidden) return;
  if (said.where || isShort(said.kind)) return tell(said);
  quiet.push(said);
  clearTimeout(timer);
  timer = setTimeout(tellQuiet, together);
});

function tellQuiet() {
  if (quiet.length === 1) tell({ text: "Back online: your change was saved", ...quiet[0] });
  else tell({ text: `Back online: your ${quiet.length} changes were saved` });
  quiet = [];
}

function tell({ text = "Sent.", kind, undo, where }) {
  show({ text, kind, undo, where });
}
