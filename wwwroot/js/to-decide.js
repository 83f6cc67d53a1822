// Beside the pill of every page: the way to what waits to be decided.
import { listen } from "./events.js";
import { isLookedAt } from "./parked.js";
import { items } from "./queue.js";
import { linkTo } from "./queue-panel.js";

const pill = document.getElementById("pill");

listen(({ kind }) => kind === "queue" && draw());

async function draw() {
  const first = (await items()).find(isLookedAt);
  const shown = document.getElementById("to-decide");
  if (!pill || (first && shown?.hash === `#waiting=${first.id}`)) return;
  shown?.remove();
  if (!first) return;
  const link = linkTo(first, "Decide");
  Object.assign(link, { id: "to-decide", className: "pill attention" });
  pill.after(link);
}
