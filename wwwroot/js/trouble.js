// What went wrong, in a clerk's words. Live fragments stay quiet: the pill speaks for them.
import { show } from "./toast.js";

const words = {
  400: "That was not accepted. Load the page again and repeat it.",
  403: "Your role does not allow this. Nothing was changed.",
  404: "That is no longer here. Somebody may have removed it.",
  413: "That file is too large.",
  429: "Too many requests at once. Wait a minute, then repeat it.",
  503: "The database cannot be reached. Nothing was saved; repeat it in a moment.",
};

document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
  const { status, headers } = ctx.response;
  if (isLive(ctx) || [401, 409, 422].includes(status) || headers.has("HX-Trigger")) return;
  const reference = headers.get("X-Request-Id") ?? ctx.requestId;
  show({ kind: "bad", text: words[status] ?? `That did not work and nothing was saved. Reference ${reference}.` });
});

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (!ctx || ctx.response || isLive(ctx)) return;
  const detail = { ctx, key: ctx.key, cause: ctx.request.signal?.aborted ? "time-out" : "line" };
  // Whoever can keep the change until there is a line says so, and nothing has failed.
  if (!document.dispatchEvent(new CustomEvent("save:failed", { detail, cancelable: true }))) return;
  const text =
    ctx.request.method === "GET" ? "No connection." : "No connection. What you entered is still here, not yet saved.";
  show({ kind: "bad", text, action: "Try again", onAction: () => repeat(ctx) });
});

function isLive(ctx) {
  return ctx.sourceEvent?.type === "live";
}

function repeat({ sourceElement, sourceEvent, request }) {
  if (!sourceElement.isConnected) return;
  if (sourceElement.matches("form")) sourceElement.requestSubmit(request.submitter);
  else window.htmx.trigger(sourceElement, sourceEvent.type);
}
