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
  const address = new URL(element.getAttribute("hx-get"), document.baseURI);
  return address.pathname + address.search !== request.action;
}
