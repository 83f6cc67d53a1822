// Asks again for the fragment that an element shows. htmx holds one further request while one is under way.
const drawn = new WeakMap();
const waiting = new Map();

export function refresh(elements, detail = {}) {
  for (const element of elements) {
    // Nobody looks at a hidden window: its fragments are fetched when it is shown.
    if (document.hidden) waiting.set(element, detail);
    else window.htmx.trigger(element, "live", detail, false);
  }
}

export function liveElements() {
  return [...document.querySelectorAll("[data-live]")];
}

// Draws what was pushed as if it had been asked for.
export function show(element, { html, tag }, { detail, asked }) {
  if (element._htmx) element._htmx.ptag = tag;
  const sourceEvent = new CustomEvent("live", { detail });
  const request = { action: addressOf(element), method: "GET" };
  const ctx = { sourceElement: element, target: element, swap: "outerMorph", text: html, sourceEvent, request, asked };
  return window.htmx.swap(ctx);
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  for (const [element, detail] of waiting) refresh([element], detail);
  waiting.clear();
});

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  ctx.asked = performance.now();
});

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  const { sourceElement: element } = ctx;
  if (ctx.sourceEvent?.type !== "live") {
    for (const { target } of tasks) if (target?.nodeType) drawn.set(target, performance.now());
  } else if (isOvertaken(element, ctx)) {
    // An answer older than what the person has since searched or saved would take that back.
    event.preventDefault();
    if (element._htmx) element._htmx.ptag = undefined;
    setTimeout(() => refresh([element], ctx.sourceEvent.detail));
  }
});

function isOvertaken(element, { asked, request }) {
  for (let node = element; node; node = node.parentElement) if (drawn.get(node) > asked) return true;
  return addressOf(element) !== request.action;
}

function addressOf(element) {
  const address = new URL(element.getAttribute("hx-get"), document.baseURI);
  return address.pathname + address.search;
}
