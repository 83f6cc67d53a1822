// A change that is safe shows at once, as pending. Then it is confirmed quietly, or taken back with a word on why.
import { askedIn, changedBy, isChoice } from "./asked.js";
import { causeOf } from "./causes.js";
import { tell } from "./events.js";
import { newId } from "./ids.js";
import { make } from "./make.js";
import { isLookedAt, pageOf } from "./parked.js";
import { showIn, truthIn } from "./pending.js";
import { items } from "./queue.js";
import { read, write } from "./reading.js";
import { actionOf } from "./saves.js";
import { isShort } from "./send.js";
import { isOn } from "./switches.js";
import { show } from "./toast.js";

const quick = 700;
// In the order in which they were made: the latest is seen, and comes off to show the one before.
let pending = [];

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const form = ctx.sourceElement;
  if (!form.matches?.("form[data-optimistic]") || !isOn("optimistic")) return;
  const isTyped = form.matches("[data-guard]");
  if (isTyped && !read(form)) return;
  // What is shown changes with each press: yes, no and yes again are three decisions, not one sent twice.
  if (!isTyped && !ctx.isRepeat) ctx.request.headers["Idempotency-Key"] = ctx.key = newId();
  const action = actionOf(ctx);
  const change = { ctx, form, path: form.getAttribute("hx-post"), fields: [...ctx.request.body], action };
  pending.push(change);
  draw();
  setTimeout(() => pending.includes(change) && announce(`${action}: being saved.`), quick);
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const change = pending.find((one) => one.ctx === ctx);
  if (!change) return;
  const { status, headers } = ctx.response;
  if (status < 400) confirm(change);
  // Nobody knows yet: it is kept, and sent again.
  else if (causeOf(ctx.response) === "unknown-outcome") return;
  // The others are told of by whoever tells of troubles.
  else takeBack(change, status, [409, 422].includes(status) && !headers.has("HX-Trigger"), askedIn(ctx.text));
});

document.addEventListener("save:failed", (event) => {
  const change = pending.find((one) => one.ctx === event.detail.ctx);
  if (change && !event.defaultPrevented) takeBack(change, event.detail.cause, false);
});
document.addEventListener("queue:full", ({ detail: { ctx } }) => {
  const change = pending.find((one) => one.ctx === ctx);
  if (change) takeBack(change, "line", false);
});

document.addEventListener(
  "queue:waits",
  ({
    detail: {
      ctx,
      change: { id },
    },
  }) => {
    const change = pending.find((one) => one.ctx === ctx);
    if (!change) return;
    Object.assign(change, { id, waits: true });
    draw();
  },
);

document.addEventListener("queue:became", ({ detail: { became, id, cause, said } }) => {
  const change = pending.find((one) => one.id === id);
  if (became === "restored") recall();
  else if (change && became === "sent") isUndone(change, said) ? takeBack(change, "unchanged", false) : confirm(change);
  else if (change && became === "dropped") takeBack(change, cause, cause !== "discarded", said);
});

// What the office says is drawn with what is still pending on top: nothing flickers back meanwhile.
document.addEventListener("htmx:before:swap", ({ detail: { tasks } }) => {
  for (const { fragment } of tasks) {
    if (!pending.length || !fragment?.querySelectorAll) continue;
    truthIn(fragment);
    showIn(fragment, pending);
  }
});
document.addEventListener("htmx:after:swap", () => pending.length && draw());

// What was typed is as wanted already; of a press nobody knows whom it has changed until the rows are drawn anew.
function isUndone({ form }, said) {
  return isShort(said?.kind) && form && !form.matches("[data-guard]");
}

function confirm(change) {
  pending = pending.filter((one) => one !== change);
  showIn(document, [change], true);
  draw();
}

function takeBack(change, cause, withWord, asked) {
  pending = pending.filter((one) => one !== change);
  if (change.form) write(change.form);
  draw();
  tell("rolled-back", { action: change.action, cause: String(cause) });
  if (!withWord || saysItself(change)) return;
  if ([409, "conflict"].includes(cause)) choose(change, asked);
  else show({ kind: "bad", text: `Not saved: ${change.action}. ${why(cause)}`, about: change.path });
}

// What was typed comes back with what is wrong beside it.
function saysItself({ form, path }) {
  return form?.matches("[data-guard]") && document.querySelector(`form[data-guard][hx-post="${CSS.escape(path)}"]`);
}

async function choose({ id, path }, asked) {
  const parked = (await items()).find((one) => one.id === id && isLookedAt(one));
  const link = parked && make("a", { href: pageOf(parked), textContent: "Decide" });
  const next = isChoice(asked) ? "Choose which one stays." : link ? "" : "Look at what is there now, then try again.";
  show({ kind: "bad", text: `Not saved yet: ${changedBy(asked)} ${next}`.trim(), button: link, about: path });
}

function why(cause) {
  if ([404, "gone"].includes(cause)) return "It is no longer there.";
  if (cause === 422) return "It was not accepted as entered.";
  if (cause === "forbidden") return "Your role does not allow it.";
  return "It was not accepted.";
}

function draw() {
  showIn(document, pending);
}

function announce(text) {
  const region = document.getElementById("announce");
  if (region) region.textContent = text;
}

// A page that is opened while something waits shows it, too.
async function recall() {
  const forms = [...document.querySelectorAll("form[data-optimistic]")];
  const isEchoed = (path) => document.querySelector(`[data-echoes="${CSS.escape(path)}"]`);
  if (!isOn("optimistic")) return;
  const known = new Set(pending.map(({ id }) => id));
  for (const { id, path, fields, action, state } of await items()) {
    if (state !== "waiting" || known.has(id)) continue;
    const names = fields.map(([name]) => name);
    const form = forms.find((one) => one.getAttribute("hx-post") === path && covers(one, names));
    if (form || isEchoed(path)) pending.push({ id, form, path, fields, action, waits: true });
  }
  draw();
}

function covers(form, names) {
  const wanted = form.dataset.optimistic;
  return !wanted || names.includes(wanted);
}

recall();
