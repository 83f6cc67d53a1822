// A change that found no line waits instead of failing.

import { newId } from "./ids.js";
import { mayWait } from "./may-wait.js";
import { add, begin, canWait, flush, waitsFor } from "./queue.js";
import { actionOf } from "./saves.js";
import { show } from "./toast.js";

// What could be seen to be wrong without the office is not kept for it. As it was sent: people go on typing.
const faulty = new WeakSet();

begin();

document.addEventListener("save:failed", (event) => {
  const { ctx, cause } = event.detail;
  // An answer that says "time-out" is an answer: only what got none may wait.
  const change = canWait && !ctx.response && ["line", "time-out"].includes(cause) && changeOf(ctx);
  if (!change) return;
  if (faulty.has(ctx)) return point(ctx.sourceElement);
  event.preventDefault();
  keep(ctx, change, `No connection. “${change.action}” waits and is sent as soon as there is one.`);
});

document.addEventListener("htmx:before:request", (event) => {
  const { ctx } = event.detail;
  if (!isInOrder(ctx.sourceElement)) faulty.add(ctx);
  const change = canWait && ctx.request.method !== "GET" && changeOf(ctx);
  if (!change || !waitsFor(change.about)) return;
  event.preventDefault();
  // It was never sent: nothing can be known under its key.
  change.key = newId();
  keep(ctx, change, `“${change.action}” is sent after what already waits.`).then(flush);
});

// Only what is on the disk is said to wait.
async function keep(ctx, change, text) {
  try {
    const id = await add(change);
    show({ text });
    tellPage("queue:waits", { form: ctx.sourceElement, change: { ...change, id }, ctx });
  } catch {
    show({ kind: "bad", text: "No connection. What you entered is still here, not yet saved." });
    tellPage("queue:full", { ctx });
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
  return (
    found && {
      method: request.method,
      path: pathname + search,
      fields,
      key,
      ...words(found, ids, ctx, sourceElement),
    }
  );
}

function words({ about }, ids, ctx, element) {
  const subject = ids.length ? `${ids.length} ${ids.length === 1 ? "person" : "people"}` : subjectOf(element, about);
  return { action: actionOf(ctx), about, subject, page: location.pathname, queuedAt: Date.now() };
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
