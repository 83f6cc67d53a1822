// Each live section says when it was last known to be true. An answer that nothing changed counts as well.
import { connection, isOnline } from "./connection.js";
import { liveElements } from "./refresh.js";
import { inWords } from "./time.js";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const keptAt = Number(document.querySelector('meta[name="kept-at"]')?.content);
const seen = new WeakMap();
// A page from the disk is as old as it was when it was kept.
if (keptAt) for (const section of liveElements()) seen.set(section, keptAt);

export function freshness(element) {
  // What was not there before has just come.
  if (!seen.has(element)) seen.set(element, Date.now());
  return seen.get(element);
}

// The oldest of what stands on this page.
export function oldest() {
  return Math.min(Date.now(), ...liveElements().map(freshness));
}

function mark(ctx) {
  const { status } = ctx.response ?? {};
  if (ctx.sourceElement?.matches?.("[data-live]") && (!ctx.response || status < 300 || status === 304))
    seen.set(ctx.sourceElement, Date.now());
}

function draw() {
  const isLost = connection.state && connection.state !== "connecting" && !isOnline();
  for (const section of document.querySelectorAll("section[data-live]")) {
    const at = freshness(section);
    const words = isLost ? `As it was at ${clock.format(at)}` : `Checked ${inWords(at, Date.now())}`;
    if (section.dataset.fresh !== words) section.dataset.fresh = words;
  }
}

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  mark(ctx);
  draw();
});
document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  // What a person's own filter or page brought is as new.
  if (!ctx.response || ctx.response.status < 300)
    for (const section of within(ctx.target)) seen.set(section, Date.now());
  draw();
});
document.addEventListener("live:state", draw);
setInterval(draw, 20_000);
draw();

function within(target) {
  const element = typeof target === "string" ? document.querySelector(target) : target;
  if (!element?.isConnected) return [];
  return [element, ...element.querySelectorAll("[data-live]")].filter((each) => each.matches("[data-live]"));
}
