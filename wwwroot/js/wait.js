// A change that found no line waits instead of failing.

import { readable } from "./enter.js";
import { hasLine } from "./has-line.js";
import { newId } from "./ids.js";
import { forget } from "./keys.js";
import { mayWait } from "./may-wait.js";
import { phrase } from "./phrase.js";
import { add, begin, canWait, flush, waitsFor } from "./queue.js";
import { actionOf } from "./saves.js";
import { show } from "./toast.js";
import { isUnsure } from "./uncertain.js";

// What could be seen to be wrong without the office is not kept for it. As it was sent: people go on typing.
const faulty = new WeakSet();

begin();

document.addEventListener("save:failed", (event) => {
  const { ctx, cause } = event.detail;
  // An answer that says "time-out" is an answer: only what got none may wait, or one that says that nobody knows.
  const isOpen = ctx.response ? cause === "unknown-outcome" : ["line", "time-out"].includes(cause);
  const change = canWait && isOpen && changeOf(ctx);
  if (!change) return;
  if (!ctx.response && faulty.has(ctx)) return point(ctx.sourceElement);
  event.preventDefault();
  const { what, is } = change.named;
  const safe = `${what} ${is} kept on this device`;
  if (isUnsure(ctx, cause))
    keep(
      ctx,
      change,
      `${begins(what)} may have been saved already. It is retried until that is confirmed, and saved only once.`,
      cause,
    );
  else keep(ctx, change, `No connection. ${begins(safe)} and will be sent when you are back online.`, cause);
});

document.addEventListener("htmx:before:request", (event) => {
  const { ctx } = event.detail;
  ctx.wasOnline = hasLine();
  if (!isInOrder(ctx.sourceElement)) faulty.add(ctx);
  const change = canWait && ctx.request.method !== "GET" && changeOf(ctx);
  // What decides about a parked change has the turn of that one.
  if (!change || !waitsFor(change.about, change.id)) return;
  event.preventDefault();
  // It was never sent: nothing can be known under its key.
  change.key = newId();
  const whose = change.subject ? ` to ${change.subject}` : "";
  keep(ctx, change, `Will be sent after your earlier change${whose}.`).then(flush);
});

// Only what is on the disk is said to wait.
async function keep(ctx, change, text, cause) {
  const kept = (id) => {
    // Its key is with it now.
    forget(ctx);
    delete ctx.sourceElement.dataset?.decides;
    show({ text });
    tellPage("queue:waits", { form: ctx.sourceElement, change: { ...change, id }, ctx });
  };
  try {
    await add(change, kept);
  } catch {
    tellPage("queue:full", { ctx, cause });
  }
}

function tellPage(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

function changeOf(ctx) {
  const { request, key, sourceElement } = ctx;
  const { pathname, search } = new URL(request.action, location.href);
  const fields = [...(request.body ?? [])].filter(([name]) => !name.startsWith("__"));
  if (fields.some(([, value]) => typeof value !== "string")) return null;
  const ids = fields.filter(([name]) => name === "ids").map(([, value]) => value);
  const found = mayWait(request.method, pathname + search, ids);
  if (!found) return null;
  const id = Number(sourceElement.dataset?.decides) || undefined;
  const change = { id, method: request.method, path: pathname + search, fields, key };
  Object.assign(change, words(found, ids, ctx, sourceElement));
  const named = phrase(change, (name) => labelIn(sourceElement, name));
  const entered = readable(fields, (name, value) => [
    labelIn(sourceElement, name)?.trim(),
    shownIn(sourceElement, name, value),
  ]);
  return { ...change, named, entered };
}

function labelIn(form, name) {
  return form.elements?.namedItem(name)?.labels?.[0]?.textContent;
}

// Of a choice, its words.
function shownIn(form, name, value) {
  const options = form.elements?.namedItem(name)?.options ?? [];
  return [...options].find((option) => option.value === value)?.text ?? value;
}

function begins(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function words({ about }, ids, ctx, element) {
  const subject = ids.length ? counted(ids.length) : subjectOf(element, about);
  return { action: actionOf(ctx), about, subject, page: location.pathname, queuedAt: Date.now() };
}

function counted(count) {
  const [one, many] = (document.querySelector("[data-noun]")?.dataset.noun ?? "entry entries").split(" ");
  return `${count} ${count === 1 ? one : many}`;
}

function subjectOf(element, about) {
  const named = element.elements?.namedItem(element.dataset.names)?.value.trim();
  const around = element.closest?.("[data-subject]")?.dataset.subject;
  return named ?? around ?? (about.length ? document.querySelector("h1")?.textContent.trim() : "") ?? "";
}

function isInOrder(element) {
  return !element.matches?.("form") || element.checkValidity();
}

function point(form) {
  setTimeout(() => form.reportValidity());
}
