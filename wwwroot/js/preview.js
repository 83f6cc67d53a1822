// What a part of the page will say once a form is saved: a <template> of that form, filled with what it sends.
export function preview(template, fields) {
  const made = template.content.cloneNode(true);
  for (const list of made.querySelectorAll("[data-each]")) repeat(list, partsOf(fields, list.dataset.each));
  for (const slot of made.querySelectorAll("[data-text]")) slot.textContent = textOf(fields, slot.dataset.text);
  for (const input of made.querySelectorAll("[data-list]"))
    input.setAttribute("value", partsOf(fields, input.dataset.list).join(", "));
  return made;
}

/** `data-when="AlwaysNeeded=true"`: only then; without it, always. */
export function fits({ dataset: { when } }, fields) {
  const [name, value] = when?.split("=") ?? [];
  return !when || textOf(fields, name) === value;
}

export function partsOf(fields, name) {
  const parts = textOf(fields, name).split(",");
  const trimmed = parts.map((part) => part.trim()).filter(Boolean);
  const known = new Set();
  // Twice the same but for its capitals is once, as the office has it.
  return trimmed.filter((part) => !known.has(part.toLowerCase()) && known.add(part.toLowerCase()));
}

function textOf(fields, name) {
  const values = fields.filter(([key]) => key === name);
  return values.map(([, value]) => value).join(",");
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
