// One browser's own scripts under node: what its page would do with a form, told by lines on standard input.
// They are the real ones, from the key of a submission to the queue on the disk; only drawing is left out.
import { register } from "node:module";
import { createInterface } from "node:readline";
import { page } from "../wwwroot/browser.mjs";

const [address, cookie, person, antiforgery] = process.argv.slice(2);
const undrawn = `
  const nothing = "data:text/javascript,export const show = () => {}; export const make = () => Object.assign(new EventTarget(), { dataset: {} });";
  const isDrawing = (name) => ["./toast.js", "./make.js"].includes(name);
  export const resolve = (name, context, next) =>
    isDrawing(name) ? { url: nothing, shortCircuit: true } : next(name, context);
`;
register(`data:text/javascript,${encodeURIComponent(undrawn)}`, import.meta.url);
const document = page({ person, antiforgery });
document.querySelectorAll = () => [];
document.getElementById = () => null;
globalThis.location = new URL(address);
const network = globalThis.fetch;
globalThis.fetch = (path, { headers, ...options }) =>
  network(new URL(path, address), { ...options, headers: { ...headers, Cookie: cookie } });

// A form here is its fields.
const Data = globalThis.FormData;
globalThis.FormData = function FormData(form) {
  return form?.fields ?? new Data(form);
};

const scripts = "../../wwwroot/js";
const queue = await import(`${scripts}/queue.js`);
for (const name of ["request", "keys", "trouble", "wait", "optimistic"]) await import(`${scripts}/${name}.js`);

const say = (word) => process.stdout.write(`${JSON.stringify(word)}\n`);
const fire = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

document.addEventListener("queue:waits", ({ detail: { ctx, change } }) =>
  say({ became: "waits", number: ctx.number, id: change.id }),
);
document.addEventListener("queue:full", ({ detail: { ctx } }) => say({ became: "failed", number: ctx.number }));
document.addEventListener("queue:became", ({ detail }) => say(detail));

// As htmx does it, event by event.
async function submit({ number, path, fields, isOptimistic }) {
  const kinds = ["form", isOptimistic ? "form[data-optimistic]" : "[data-guard]"];
  const form = {
    matches: (what) => kinds.includes(what),
    checkValidity: () => true,
    getAttribute: () => path,
    querySelectorAll: () => [],
    closest: () => null,
    dataset: { action: "Save" },
    isConnected: true,
    fields,
    // Whoever sits here presses again: an answer that broke off is told to them.
    requestSubmit() {},
  };
  const request = { method: "POST", action: path, body: new URLSearchParams(fields), headers: {}, form };
  const ctx = { number, sourceElement: form, sourceEvent: { type: "submit" }, request };
  request.headers["HX-Request"] = "true";
  fire("htmx:config:request", { ctx });
  if (!fire("htmx:before:request", { ctx })) return;
  const { method, headers, body } = request;
  try {
    const raw = await fetch(path, { method, headers, body, signal: AbortSignal.timeout(20_000) });
    ctx.response = { raw, status: raw.status, headers: raw.headers };
    ctx.text = await raw.text();
    fire("htmx:after:request", { ctx });
    if (raw.status >= 400) fire("htmx:response:error", { ctx });
    say({ became: "answered", number, status: raw.status, text: raw.status === 409 ? ctx.text : "" });
  } catch (error) {
    fire("htmx:error", { ctx, error });
    // An answer that broke off is told to the person, who presses again.
    if (ctx.response) say({ became: "failed", number });
  }
  fire("htmx:finally:request", { ctx });
}

const does = {
  submit,
  online: () => fire("live:state", "live"),
  discard: ({ id }) => queue.discard(id),
  items: async () => say({ became: "items", items: await queue.items() }),
};
for await (const line of createInterface({ input: process.stdin })) {
  const { what, ...rest } = JSON.parse(line);
  does[what](rest);
}
process.exit();
