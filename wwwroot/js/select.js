// Which rows are picked. Kept by id, so that it outlives a morph and turning the page.
import { wordsOf } from "./causes.js";
import { make } from "./make.js";
import { show } from "./toast.js";

// What stood in each row when it was last shown goes along: who has become something else since is left as they are.
const picked = new Map();
let last;

const fields = { AddSkill: "Skill", RemoveSkill: "Skill", SetRole: "Role", Employ: "Employment" };
const boxes = () => [...document.querySelectorAll("[data-pick]")];
const bulk = () => document.querySelector("[data-bulk]");
const matches = () => document.querySelector("[data-matches]");
const most = 1000;
// How many match, when they are more than were picked.
let firstOf = 0;

document.addEventListener("click", ({ target, shiftKey }) => {
  if (target.matches?.("[data-pick]")) pick(target, shiftKey);
  else if (target.matches?.("[data-pick-all]")) for (const box of boxes()) set(box, target.checked);
  else if (target.closest?.("[data-clear]")) picked.clear();
  else if (target.closest?.("[data-pick-matches]")) return pickMatches(target.closest("button"));
  else return;
  firstOf = 0;
  draw();
});

document.addEventListener("row:left", ({ detail: id }) => {
  picked.delete(id);
  draw();
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const isBulk = ctx.sourceElement?.matches?.("[data-bulk]");
  if (isBulk && ctx.response.status < 400) picked.clear();
  draw();
  // What is missing is entered next.
  if (isBulk && ctx.response.status === 422) enter(ctx.sourceElement, fields[ctx.request.submitter?.value]);
});

// What waits is as good as done here: the next thing is done to others.
document.addEventListener("queue:waits", ({ detail: { form } }) => {
  if (!form.matches?.("[data-bulk]")) return;
  picked.clear();
  draw();
});

// A browser that goes back fills in the boxes as they were.
window.addEventListener("pageshow", () => {
  for (const box of boxes()) if (box.checked) picked.set(box.value, box.dataset.was);
  draw();
});

function pick(box, range) {
  const all = boxes();
  const from = all.findIndex(({ value }) => value === last);
  const to = all.indexOf(box);
  if (range && from >= 0)
    for (const each of all.slice(Math.min(from, to), Math.max(from, to) + 1)) set(each, box.checked);
  set(box, box.checked);
  last = box.value;
}

// Also on the pages that are not shown. A bulk action takes no more than a thousand.
async function pickMatches(button) {
  const { from } = matches()?.dataset ?? {};
  button.ariaBusy = "true";
  const answer = await fetch(from, { headers: { "HX-Request": "true" } }).catch(() => null);
  button.ariaBusy = null;
  if (!answer?.ok || answer.redirected) return show({ kind: "bad", text: wordsOf("line", { reading: true }).text });
  // Another filter was chosen meanwhile: these are not who is meant any more.
  if (matches()?.dataset.from !== from) return;
  for (const { id, was } of await answer.json()) picked.set(id, was);
  firstOf = Number(answer.headers.get("X-Total-Count"));
  draw();
}

function enter(form, name) {
  const field = form.elements.namedItem(name);
  if (!field) return;
  field.closest(".menu").open = true;
  field.focus();
}

function set(box, on) {
  if (on) picked.set(box.value, box.dataset.was);
  else picked.delete(box.value);
}

function draw() {
  const all = boxes();
  for (const box of all) {
    box.checked = picked.has(box.value);
    if (box.checked) picked.set(box.value, box.dataset.was);
  }
  const here = all.filter(({ checked }) => checked).length;
  for (const box of document.querySelectorAll("[data-pick-all]")) {
    box.checked = here > 0 && here === all.length;
    box.indeterminate = here > 0 && here < all.length;
  }
  const form = bulk();
  if (!form) return;
  // The keyboard goes on in the list: with the bar its place would be gone.
  if (!picked.size && form.contains(document.activeElement))
    (all.find(({ value }) => value === last) ?? all[0])?.focus({ preventScroll: true });
  form.hidden = !picked.size;
  if (!picked.size) for (const menu of form.querySelectorAll(".menu[open]")) menu.open = false;
  form.querySelector("[data-count]").textContent = countWords();
  dock(form);
  offerMatches(form, all.length > 0 && here === all.length);
  carry(form, all);
}

// Toasts stand above the bar and what is open over it, not on them.
function dock(form) {
  const height = form.offsetHeight + (form.querySelector(".menu[open] > :not(summary)")?.offsetHeight ?? 0);
  document.documentElement.style.setProperty("--dock", `${height}px`);
}

document.addEventListener("toggle", ({ target }) => target.closest("[data-bulk]") && dock(bulk()), true);

// Once a whole page is picked, the rest that matches is a press away.
function offerMatches(form, isWholePage) {
  const button = form.querySelector("[data-pick-matches]");
  const count = Number(matches()?.dataset.matches ?? 0);
  button.hidden = !isWholePage || Math.min(count, most) <= picked.size;
  button.textContent =
    count > most
      ? `Select the first ${words(most)} of more than ${words(most)} that match`
      : `Select all ${words(count)} that match`;
}

function countWords() {
  const count = words(picked.size);
  return firstOf ? `The first ${count} of ${words(firstOf)} selected` : `${count} selected`;
}

function words(count) {
  return count.toLocaleString("en");
}

// Rows picked on another page go along as hidden fields.
function carry(form, all) {
  for (const old of form.querySelectorAll("[data-carried]")) old.remove();
  const shown = new Set(all.map(({ value }) => value));
  const add = (name, value) => {
    const field = make("input", { type: "hidden", name, value });
    field.dataset.carried = "";
    form.append(field);
  };
  for (const [id, was] of picked) {
    if (!shown.has(id)) add("ids", id);
    if (was) add("Was", `${id}:${was}`);
  }
}
