// "Report a problem": what the page knows goes along, and is shown before it goes. Names only: never what stands in
// a field, never behind the ? of an address.
import { holds } from "./enter.js";
import { listen } from "./events.js";
import { make } from "./make.js";
import { shut } from "./menu.js";
import { person } from "./person.js";

const most = 20;
const trail = { steps: read("report-steps"), line: read("report-line") };
const isLine = new Set(["state", "reconnected"]);
const isQuiet = new Set(["changed", "seen", "queue", "syncing"]);
const words = { steps: "Last actions", line: "Connection" };
// As the one reads it who sends it. What is not here says enough by its name.
const said = {
  reconnected: "Back on the line",
  failed: "Failed: ",
  retry: "Sent again: ",
  "rolled-back": "Taken back: ",
  conflict: "Two changed the same: ",
  "failed-swap": "A section was not drawn",
  refresh: "Refreshed by hand",
};
let trouble = read("report-trouble", null);

listen(({ kind, at, name, action, state, cause }) => {
  if (isQuiet.has(kind)) return;
  remember(isLine.has(kind) ? "line" : "steps", kind, [name ?? action ?? state, cause].filter(Boolean).join(", "), at);
  if (kind === "failed") broke(`${action ?? ""} ${cause ?? ""}`.trim(), trouble?.reference, at);
});

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const { method, action } = ctx.request;
  if (ctx.sourceEvent?.type !== "live")
    remember("steps", "action", `${method === "GET" ? "Looked at" : "Sent to"} ${nameOf(action)}`);
});

document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
  const { status, headers } = ctx.response;
  if (status === 422) return;
  broke(`${status} ${nameOf(ctx.request.action)}`, headers.get("X-Reference") ?? ctx.requestId);
});

document.addEventListener("click", (event) => {
  const dialog = document.getElementById("report-problem");
  if (!dialog || !event.target.closest("[data-report-problem]")) return;
  event.preventDefault();
  fill(dialog.querySelector("[data-report]"));
  const menu = event.target.closest(".menu");
  if (menu) shut(menu);
  dialog.showModal();
  dialog.querySelector("textarea").focus();
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const form = ctx.sourceElement;
  if (form?.matches?.("[data-report]") && ctx.response?.status === 204) done(form, [...ctx.request.body]);
});
// What waits is in good hands: sent once more, it would be there twice.
document.addEventListener("queue:waits", ({ detail: { form, change } }) => {
  if (form.matches?.("[data-report]")) done(form, change.fields);
});

// Who typed on while it was sent has more to say.
function done(form, sent) {
  if (!holds(form, sent)) return;
  form.reset();
  form.querySelector("[data-error-for]").textContent = "";
  form.closest("dialog")?.close();
}

function fill(form) {
  const context = {
    error: trouble ? `${trouble.text}, ${trouble.at}` : "",
    browser: form.dataset.browser,
    window: `${innerWidth} × ${innerHeight}`,
    ...trail,
  };
  form.elements.Page.value = location.pathname;
  form.elements.Reference.value = trouble?.reference ?? "";
  form.elements.Context.value = JSON.stringify(context);
  const facts = {
    Page: location.pathname,
    Error: context.error,
    Reference: trouble?.reference ?? "",
    Browser: context.browser,
    Window: context.window,
    Version: form.dataset.version,
  };
  const shown = Object.entries(facts).flatMap(([name, value]) => pair(name, value));
  for (const [key, title] of Object.entries(words)) {
    shown.push(...pair(title, trail[key].map(lineOf).join("\n")));
  }
  form.querySelector("[data-report-shown]").replaceChildren(...shown);
}

function lineOf({ at, kind, name }) {
  return `${new Date(at).toLocaleTimeString("en-GB")} ${said[kind] ?? ""}${name}`;
}

function pair(name, value) {
  return [make("dt", { textContent: name }), make("dd", { textContent: value })];
}

function remember(where, kind, name, at = Date.now()) {
  trail[where] = [...trail[where], { at: new Date(at).toISOString(), kind, name }].slice(-most);
  keep(`report-${where}`, trail[where]);
}

function broke(text, reference, at = Date.now()) {
  trouble = { text, reference, at: new Date(at).toISOString() };
  keep("report-trouble", trouble);
}

export function nameOf(address) {
  const { pathname, searchParams } = new URL(address, location.href);
  const path = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, "{id}");
  return searchParams.has("handler") ? `${path} ${searchParams.get("handler")}` : path;
}

// Each person's own: whoever sits at this tab next reports what they did, not what others did.
function keep(key, value) {
  try {
    sessionStorage.setItem(`${key} ${person}`, JSON.stringify(value));
  } catch {
    // Full or forbidden: then it lasts as long as this page.
  }
}

function read(key, otherwise = []) {
  try {
    return JSON.parse(sessionStorage.getItem(`${key} ${person}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
