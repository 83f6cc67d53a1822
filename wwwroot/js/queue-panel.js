// What waits, one by one, wherever there is a place for it.
import { copy } from "./copy.js";
import { drop } from "./drop.js";
import { enteredIn } from "./enter.js";
import { listen } from "./events.js";
import { make } from "./make.js";
import { isLookedAt, pageOf } from "./parked.js";
import { isHeldUp, items, retry } from "./queue.js";
import { inWords } from "./time.js";

const why = {
  conflict: "Somebody changed the same meanwhile",
  gone: "It is no longer there",
  forbidden: "Your role does not allow it any more",
  validation: "It was not accepted as entered",
  fault: "The office could not do it, three times",
  "unknown-outcome": "It may have been saved. Retrying until that is confirmed",
  "line-poisoned": "It waited longer than seven days",
};
// Drawn anew, what is being read stays open.
const opened = new Set();

// Sent again by itself.
const waits = {
  "too-many": "there were too many requests at once",
  database: "the database cannot be reached",
};

listen(({ kind }) => kind === "queue" && draw());
document.addEventListener("htmx:after:swap", () => document.querySelector("[data-queue-panel]:empty") && draw());

export async function draw() {
  const panels = document.querySelectorAll("[data-queue-panel]");
  if (!panels.length) return;
  const all = await items();
  for (const panel of panels) {
    const rows = make("ul", { className: "rows" }, ...all.map(row));
    panel.replaceChildren(
      all.length ? rows : make("p", { className: "muted small", textContent: "Nothing waits to be sent." }),
    );
  }
}

function row(item) {
  const { id, action, subject, state, cause, queuedAt } = item;
  const title = make("strong", { textContent: [action, subject].filter(Boolean).join(" · ") });
  const parked = state === "parked";
  const since = make("time", { textContent: inWords(queuedAt), dateTime: new Date(queuedAt).toISOString() });
  since.dataset.relative = "";
  const standing = make("small", { className: parked ? "state attention" : "muted" });
  const unsure = cause === "unknown-outcome";
  standing.append(...(parked || unsure ? [reason(item)] : ["Made ", since, waitsFor(item)]));
  const buttons = make("span", { className: "actions" }, ...hands(item, parked));
  const line = make("li", {}, make("div", {}, title, standing, ...(parked ? typed(item) : [])), buttons);
  line.dataset.change = id;
  return line;
}

function waitsFor({ id, about, cause }) {
  if (waits[cause]) return `, waits: ${waits[cause]}`;
  return isHeldUp(about ?? [], id) ? ", waits until you have decided your earlier change" : ", waits";
}

function reason({ cause, mayBeSaved }) {
  if (cause === "line-poisoned" && mayBeSaved)
    return "It waited longer than seven days, and may have been saved: look before you send it again";
  return why[cause] ?? "It was not accepted";
}

// What was typed is not lost with the change that cannot be saved.
function typed({ id, entered, fields }) {
  const pairs = entered ?? enteredIn(fields);
  if (!pairs.length) return [];
  const list = pairs.flatMap(([label, value]) => [
    make("dt", { textContent: label }),
    make("dd", { textContent: value }),
  ]);
  const copy = button("Copy", () => copyOut(pairs));
  const summary = make("summary", { textContent: "What you entered" });
  const details = make("details", { open: opened.has(id) }, summary, make("dl", {}, ...list), copy);
  details.addEventListener("toggle", () => opened[details.open ? "add" : "delete"](id));
  return [details];
}

function copyOut(pairs) {
  return copy(pairs.map(([label, value]) => `${label}: ${value}`).join("\n"));
}

function hands(item, parked) {
  const look = linkTo(item, "Look and decide");
  const again = button(parked ? "Try again" : "Send now", () => retry(item.id));
  const away = button("Discard", () => drop(item));
  return [isLookedAt(item) ? look : again, away];
}

/** Where one is already, there is nothing to go to: it is opened anew. */
export function linkTo(item, textContent) {
  const link = make("a", { className: "btn", textContent, href: pageOf(item) });
  link.addEventListener("click", (event) => {
    if (link.href !== location.href) return;
    event.preventDefault();
    location.reload();
  });
  return link;
}

function button(textContent, press) {
  const element = make("button", { type: "button", className: "btn plain", textContent });
  element.addEventListener("click", async () => {
    element.ariaBusy = "true";
    await press();
    element.ariaBusy = null;
  });
  return element;
}
