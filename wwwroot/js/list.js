// A live list never jumps under the pointer: newcomers and a new order wait behind a button.
import { make } from "./make.js";
import { merge } from "./merge.js";

const held = new WeakMap();
const fade = 350;

document.addEventListener("htmx:before:swap", ({ detail: { ctx, tasks } }) => {
  const list = ctx.sourceElement;
  const fragment = tasks[0]?.fragment;
  const next = fragment?.querySelector?.("[data-list]");
  if (!next) return;
  held.delete(list);
  if (ctx.sourceEvent?.type !== "live" || ctx.sourceEvent.detail?.own || !list.matches("[data-list]")) return;

  const [was, is] = [rows(list), rows(next)];
  if (!is.size) for (const id of was.keys()) left(list, id);
  if (!was.size || !is.size) return;
  const busy = list.matches(":hover") || list.contains(document.activeElement);
  const plan = merge([...was.keys()], [...is.keys()], busy);
  if (plan.offered || plan.changes) hold(list, next, ctx.text, plan);
  const body = is.values().next().value.parentNode;
  body.replaceChildren(...plan.order.map((id) => is.get(id) ?? copy(was.get(id), plan)));
  setTimeout(() => drop(list, plan.leaving), fade);
});

document.addEventListener("click", ({ target, detail: byPointer }) => {
  const list = target.closest(".offer")?.closest("[data-list]");
  if (!list || !held.has(list)) return;
  const known = rows(list);
  const gone = [...list.querySelectorAll("[data-row].gone")].map((row) => row.dataset.row);
  const context = { text: held.get(list), sourceElement: list, target: list, swap: "outerMorph" };
  window.htmx.swap(context).then(() => {
    const now = rows(list);
    for (const id of gone) if (!now.has(id)) left(list, id);
    if (!byPointer) focusNew(list, known);
  });
});

function rows(list) {
  return new Map([...list.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, row]));
}

function copy(row, { leaving, gone }) {
  const twin = row.cloneNode(true);
  twin.classList.toggle("leaving", leaving.includes(row.dataset.row));
  twin.classList.toggle("gone", gone.includes(row.dataset.row));
  if (twin.matches(".gone")) twin.title = "No longer in this list";
  return twin;
}

function hold(list, next, text, { offered, changes }) {
  held.set(list, text);
  const [one, many] = (next.dataset.noun ?? "entry entries").split(" ");
  const what = [
    offered && `${offered} new ${offered === 1 ? one : many}`,
    changes && `${changes} ${changes === 1 ? "change" : "changes"}`,
  ]
    .filter(Boolean)
    .join(", ");
  const button = make(
    "button",
    { type: "button", className: "offer" },
    `${what} · `,
    make("u", { textContent: "show" }),
  );
  next.querySelector("[data-offer]")?.replaceChildren(button);
}

function drop(list, leaving) {
  const now = rows(list);
  for (const row of leaving.map((id) => now.get(id))) {
    if (!row?.matches(".leaving")) continue;
    if (row.contains(document.activeElement)) row.nextElementSibling?.querySelector("[data-open]")?.focus();
    left(row, row.dataset.row);
    row.remove();
  }
}

function left(element, id) {
  element.dispatchEvent(new CustomEvent("row:left", { bubbles: true, detail: id }));
}

function focusNew(list, known) {
  const fresh = [...rows(list)].find(([id]) => !known.has(id));
  fresh?.[1].querySelector("[data-open]")?.focus();
}
