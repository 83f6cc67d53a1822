// A comma-separated field shown as tags. The same text is posted as without script.
import { make } from "./make.js";
import { mark, marked, prepare, suggest } from "./suggest.js";

const boxOf = (element) => element.closest?.("[data-tags]");
const keptIn = (box) => box.querySelector("[data-kept]");
const fieldIn = (box) => box.querySelector("input:not([data-kept])");
const listIn = (box) => box.querySelector("[role=listbox]");
const tagsIn = (box) => split(keptIn(box).value);

// Events are heard on the document: a morph may bring back the plain field, which is then dressed again.
function dress(box) {
  if (keptIn(box)) return;
  const field = fieldIn(box);
  const kept = make("input", { type: "hidden", name: field.name, value: field.value });
  kept.dataset.kept = "";
  field.removeAttribute("name");
  field.value = "";
  box.prepend(kept);
  box.append(prepare(field));
  draw(box);
}

function draw(box) {
  for (const tag of box.querySelectorAll(".tag")) tag.remove();
  for (const text of tagsIn(box)) {
    const remove = make("button", { type: "button", textContent: "×", ariaLabel: `Remove ${text}` });
    remove.dataset.remove = text;
    fieldIn(box).before(make("span", { className: "tag" }, text, remove));
  }
}

function set(box, tags) {
  keptIn(box).value = split(tags.join(",")).join(", ");
  draw(box);
  keptIn(box).dispatchEvent(new Event("input", { bubbles: true }));
}

function add(box, text) {
  fieldIn(box).value = "";
  offer(box);
  if (text.trim()) set(box, [...tagsIn(box), text]);
}

function offer(box) {
  suggest(fieldIn(box), listIn(box), box.dataset.suggest, tagsIn(box));
}

function split(text) {
  const parts = text.split(",").map((part) => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

function press(event, box) {
  const { key, target } = event;
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (key === "Backspace" && !target.value) return set(box, tagsIn(box).slice(0, -1));
  if (step) mark(target, listIn(box), step);
  else if (key === "Escape" && target.value) add(box, "");
  else if (key === "," || (key === "Enter" && target.value)) add(box, marked(listIn(box)) ?? target.value);
  else return;
  event.preventDefault();
}

function on(name, react) {
  document.addEventListener(name, (event) => {
    const box = boxOf(event.target);
    if (box) react(event, box, event.target === fieldIn(box));
  });
}

// Filled in by another hand, it is shown as well.
on("input", (_, box, inField) => (inField ? offer(box) : draw(box)));
on("keydown", (event, box, inField) => inField && press(event, box));
on("focusout", ({ target }, box, inField) => inField && add(box, target.value));
// mousedown: a click would come after the field has been left.
on("mousedown", (event, box) => {
  if (!event.target.matches("[role=option]")) return;
  event.preventDefault();
  add(box, event.target.textContent);
});
on("click", ({ target: { dataset } }, box) => {
  if (dataset.remove)
    set(
      box,
      tagsIn(box).filter((tag) => tag !== dataset.remove),
    );
  fieldIn(box).focus();
});

const dressAll = () => document.querySelectorAll("[data-tags]").forEach(dress);
document.addEventListener("htmx:after:swap", dressAll);
dressAll();
