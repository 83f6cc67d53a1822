// How long a committed change of somebody else took until it stood here, and what could not be drawn.
import { serverTime } from "./connection.js";
import { tell } from "./events.js";
import { isQuiet } from "./glow.js";

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const { at, topic, own } = liveDetail(ctx) ?? {};
  if (Number.isFinite(at) && !own) tell("seen", { ms: Math.max(0, serverTime() - at), topic });
});

document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => failed(ctx));
document.addEventListener("htmx:error", ({ detail: { ctx } }) => failed(ctx));

function failed(ctx) {
  if (liveDetail(ctx)) tell("failed-swap", { address: new URL(ctx.request.action, document.baseURI).pathname });
}

function liveDetail(ctx) {
  return ctx?.sourceEvent?.type === "live" && !isQuiet(ctx.sourceElement) ? (ctx.sourceEvent.detail ?? {}) : null;
}
