// What a part of the page will say once a form is saved: a <template> of that form, filled with what it sends.
export function preview(template, fields) {
  const made = template.content.cloneNode(true);
  for (const list of made.querySelectorAll("[data-each]")) repeat(list, partsOf(fields, list.dataset.each));
  for (const slot of made.querySelectorAll("[data-text]")) slot.textContent = textOf(fields, slot.dataset.text);
  for (const input of made.querySelectorAll("[data-list]"))
    input.setAttribute("value", partsOf(fields, input.dataset.list).join(", "));
  return made;
}

/** A list that is there already, with one more (`data-adds="Skill"`) or without it (`data-takes="Skill"`). */
export function withPart(template, fields, truth) {
  const made = truth.cloneNode(true);
  const { adds, takes } = template.dataset;
  const word = textOf(fields, adds ?? takes).trim();
  const same = [...made.children].filter(({ textContent }) => isSame(textContent, word));
  if (takes) for (const part of same) part.remove();
  else if (!same.length) made.append(preview(template, fields));
  return made;
}

/** `data-when="Action=Employ AlwaysNeeded=true"`: only when all of it is so; without it, always. */
export function fits({ dataset: { when } }, fields) {
  const conditions = when?.split(" ").map((one) => one.split("=")) ?? [];
  return conditions.every(([name, value]) => textOf(fields, name) === value);
}

export function partsOf(fields, name) {
  const parts = textOf(fields, name).split(",");
  const trimmed = parts.map((part) => part.trim()).filter(Boolean);
  const known = new Set();
  // Twice the same but for its capitals is once, as the office has it.
  return trimmed.filter((part) => !known.has(part.toLowerCase()) && known.add(part.toLowerCase()));
}

export function textOf(fields, name) {
  const values = fields.filter(([key]) => key === name);
  return values.map(([, value]) => value).join(",");
}

function isSame(text, word) {
  return text.trim().toLowerCase() === word.toLowerCase();
}

// The first child is the pattern of them all.
function repeat(list, parts) {
  const [pattern] = list.children;
  list.replaceChildren(...parts.map((part) => item(pattern, part, parts)));
}

function item(pattern, part, parts) {
  const made = pattern.cloneNode(true);
  for (const slot of made.querySelectorAll("[data-item]")) slot.textContent = part;
  for (const button of made.querySelectorAll("[data-without]"))
    button.value = parts.filter((other) => other !== part).join(", ");
  return made;
}
