// A changed fragment that one browser asks for is pushed to all that show the same: who waits a moment need not ask.
import { refresh, show } from "./refresh.js";
import { isOn } from "./switches.js";

const isPushed = isOn("pushed-fragments");
const waiting = new Map();
const given = new WeakMap();
const ofPage = document.querySelector('meta[name="fragments"]')?.content;
const few = 0.01;

// The sealed passes of what is shown here: they say which fragments this browser may be pushed.
export function passes() {
  if (!isPushed) return [];
  const own = [...document.querySelectorAll("[data-live]")].map((element) => given.get(element)?.pass);
  return [...new Set([ofPage, ...own].filter(Boolean))];
}

export function awaitPush(element, detail, { node, state, spread }) {
  const wait = isPushed && state && !document.hidden ? moment(spread) : 0;
  const known = waiting.get(element);
  if (!wait && !known) return refresh([element], detail);
  // Of another node nothing can be compared: its word is not waited for.
  const needs = { node, state, detail, asked: performance.now() };
  const timer = known?.timer ?? setTimeout(() => ask(element), wait);
  waiting.set(element, { ...needs, timer });
}

export function swapPushed({ html, tag, node, state }) {
  const next = new DOMParser().parseFromString(html, "text/html").querySelector("[data-live]");
  const element = next?.id && document.getElementById(next.id);
  const wait = waiting.get(element);
  // Another filter of the same list has the same id and another address.
  if (!wait || element.getAttribute("hx-get") !== next.getAttribute("hx-get")) return;
  if (wait.node !== node || wait.state > state) return;
  clearTimeout(wait.timer);
  waiting.delete(element);
  show(element, { html, tag }, wait);
}

// A few go first, the others give them time.
function moment(spread) {
  return Math.random() < few ? 0 : spread * (0.4 + 0.6 * Math.random());
}

function ask(element) {
  const { detail } = waiting.get(element);
  waiting.delete(element);
  if (element.isConnected) refresh([element], detail);
}

function remember(element, pass) {
  const address = element.getAttribute("hx-get");
  if (!pass || given.get(element)?.address === address) return;
  given.set(element, { pass, address });
  document.dispatchEvent(new CustomEvent("live:passes"));
}

// What the page came with is in the page's own pass.
for (const element of document.querySelectorAll("[data-live]")) {
  if (ofPage) given.set(element, { address: element.getAttribute("hx-get") });
}
document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  if (isPushed && ctx.sourceEvent?.type === "live")
    remember(ctx.sourceElement, ctx.response.headers.get("X-Fragments"));
});
