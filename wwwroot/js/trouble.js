// What went wrong, in a clerk's words, with what helps. Live fragments stay quiet: the pill speaks for them.
import { causeOf, wordsOf } from "./causes.js";
import { tell } from "./events.js";
import { holdKey, repeatUnder } from "./keys.js";
import { make } from "./make.js";
import { actionOf, isSave } from "./saves.js";
import { show } from "./toast.js";
import { isNeverRepeated, isUnsure, settle } from "./uncertain.js";

export { causeOf, wordsOf };

document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
  if (!isLive(ctx)) trouble(ctx, causeOf(ctx.response));
});

document.addEventListener("htmx:error", ({ detail: { ctx, error } }) => {
  // With an answer in full, what failed is drawing it.
  if (ctx && ctx.text === undefined && !isLive(ctx)) trouble(ctx, causeOf(error));
});

// The disk refused to keep it.
document.addEventListener("queue:full", ({ detail: { ctx, cause } }) => {
  if (isUnsure(ctx, cause)) pursue(ctx, cause);
  else
    show({
      kind: "bad",
      text: "This could not be kept on this device. What you entered is still here, not yet saved.",
    });
});

function trouble(ctx, cause) {
  const action = actionOf(ctx);
  if (isUnsure(ctx, cause)) holdKey(ctx);
  if (isSave(ctx) && cause !== "conflict") {
    const detail = { ctx, cause, key: ctx.key, action };
    // Whoever can keep it for later takes it over here, before anything is said.
    if (!document.dispatchEvent(new CustomEvent("save:failed", { detail, cancelable: true }))) return;
    tell("failed", { cause, action });
  }
  if (isSaidAlready(ctx, cause)) return;
  pursue(ctx, cause);
}

function pursue(ctx, cause) {
  const repeats = isUnsure(ctx, cause) && settle(ctx, () => repeat(ctx));
  say(ctx, cause, repeats);
}

// The form itself says what is wrong with it, or the answer brought words of its own.
function isSaidAlready(ctx, cause) {
  const isKept = ctx.response?.headers.get("HX-Reswap") === "none";
  const drawn = ["validation", "conflict"].includes(cause) && !isKept;
  const quiet = cause === "signed-out" && !isSave(ctx);
  return drawn || quiet || ctx.response?.headers.has("HX-Trigger");
}

function say(ctx, cause, repeats) {
  const isLost = isSave(ctx) && isUnsure(ctx, cause) && isNeverRepeated(ctx);
  const { text, action } = repeats ? mayBeSaved : wordsOf(isLost ? "maybe-saved" : cause, { reading: !isSave(ctx) });
  const reference = cause === "fault" ? ` ${ctx.response?.headers.get("X-Reference") ?? ctx.requestId}` : "";
  show({ kind: "bad", text: text + reference, button: buttons[action]?.(ctx) });
}

const mayBeSaved = {
  text: "No answer came: it may have been saved. It is retried until that is confirmed, and saved only once.",
};

const buttons = {
  retry: (ctx) => button("Try again", () => repeat(ctx)),
  refresh: () => button("Load the page again", () => location.reload()),
  report: () => {
    const report = button("Report a problem");
    report.dataset.reportProblem = "";
    return report;
  },
  // In a tab of its own: what was typed here stays, and can be sent again.
  "sign-in": () => make("a", { href: "/account/sign-in", target: "_blank", textContent: "Sign in" }),
};

function button(textContent, onClick) {
  const element = make("button", { type: "button", textContent });
  if (onClick) element.addEventListener("click", onClick);
  return element;
}

// The same submission: it goes under the same key, whatever became of the first.
export function repeat(ctx) {
  const { sourceElement, sourceEvent, request } = ctx;
  if (!sourceElement.isConnected) return;
  tell("retry", { action: actionOf(ctx) });
  repeatUnder(ctx);
  if (sourceElement === document.body) window.htmx.ajax("POST", request.action, { target: "body", swap: "none" });
  else if (!sourceElement.matches("form")) window.htmx.trigger(sourceElement, sourceEvent.type);
  else sourceElement.requestSubmit(request.submitter?.isConnected ? request.submitter : undefined);
}

function isLive(ctx) {
  return ctx.sourceEvent?.type === "live";
}
