// What another hand has changed glows, and says whose hand it was.
const before = new WeakMap();
const heard = new Map();

document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
  if (isForeign(ctx)) before.set(ctx, versions(ctx.sourceElement));
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const was = before.get(ctx);
  if (!was) return;
  const by = ctx.sourceEvent.detail?.by;
  const changed = [...parts(ctx.sourceElement)].filter(([key, part]) => was.has(key) && was.get(key) !== version(part));
  for (const [, part] of changed) glow(part, by);
  if (changed.length) announce(by, changed.length);
});

export function isForeign(ctx) {
  return ctx.sourceEvent?.type === "live" && !ctx.sourceEvent.detail?.own && !isQuiet(ctx.sourceElement);
}

// Who comes and goes is no change to the office.
export function isQuiet(element) {
  return element.matches("[data-quiet]");
}

function versions(element) {
  return new Map([...parts(element)].map(([key, part]) => [key, version(part)]));
}

function parts(element) {
  const found = element.querySelectorAll("[data-row], [data-part]");
  return found.length
    ? new Map([...found].map((part) => [part.dataset.row ?? part.dataset.part, part]))
    : new Map([["whole", element]]);
}

function version(part) {
  return part.dataset.version ?? words(part);
}

// What a clock makes of a time is no change.
function words(part) {
  const copy = part.cloneNode(true);
  for (const time of copy.querySelectorAll("time")) time.textContent = time.dateTime;
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function glow(part, by) {
  part.classList.remove("changed");
  // Reading a measure starts the animation anew.
  void part.offsetWidth;
  part.classList.add("changed");
  part.title = by ? `Changed by ${by}` : "Changed just now";
  setTimeout(() => part.classList.remove("changed"), 10_000);
}

// Said once for a burst, not once for a row.
function announce(by, count) {
  const who = by ?? "Somebody";
  if (!heard.size) setTimeout(say, 1000);
  heard.set(who, (heard.get(who) ?? 0) + count);
}

function say() {
  const region = document.getElementById("announce");
  const words = [...heard].map(([who, count]) => `${who} made ${count} ${count === 1 ? "change" : "changes"} here.`);
  if (region) region.textContent = words.join(" ");
  heard.clear();
}
