// The list of suggestions under a tags field. It never holds the focus: the field does.
import { make } from "./make.js";

const most = 8;

export function prepare(field) {
  const list = make("div", { id: `${field.id}-list`, role: "listbox", hidden: true, ariaLabel: "Suggestions" });
  Object.assign(field, { role: "combobox", ariaExpanded: "false", ariaAutoComplete: "list", autocomplete: "off" });
  field.setAttribute("aria-controls", list.id);
  return list;
}

export function suggest(field, list, source, taken) {
  const typed = field.value.trim().toLowerCase();
  const known = [...(document.getElementById(source)?.options ?? [])].map(({ value }) => value);
  const fits = (text) => typed && text.toLowerCase().includes(typed) && !taken.includes(text);
  const options = known.filter(fits).slice(0, most);
  list.replaceChildren(...options.map((text, place) => option(`${list.id}-${place}`, text)));
  list.hidden = !options.length;
  field.ariaExpanded = String(options.length > 0);
  field.removeAttribute("aria-activedescendant");
}

export function mark(field, list, step) {
  const options = [...list.children];
  const at = options.findIndex(isMarked) + step;
  const chosen = options.at(at >= options.length ? 0 : at);
  for (const each of options) each.ariaSelected = String(each === chosen);
  if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
}

export function marked(list) {
  return [...list.children].find(isMarked)?.textContent;
}

function option(id, textContent) {
  return make("div", { id, textContent, role: "option", ariaSelected: "false" });
}

function isMarked({ ariaSelected }) {
  return ariaSelected === "true";
}
