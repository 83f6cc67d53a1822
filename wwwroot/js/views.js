// What a pending change makes of which places: by a template of its form, or as the plain echo of what was typed.
import { fits, preview, textOf, withPart } from "./preview.js";

export function placesIn(root) {
  return root.querySelectorAll("[data-shown], [data-echo]");
}

/** A place in a row is that row's; a place that echoes a field is that of the address the field is sent to. */
export function nameOf(place) {
  const { shown, echo } = place.dataset;
  if (echo) return `${place.closest("[data-echoes]")?.dataset.echoes}#${echo}`;
  const row = place.closest("[data-row]");
  return row ? `${shown} ${row.dataset.row}` : shown;
}

export function viewsOf(change) {
  return [...byTemplates(change), ...byEchoes(change)];
}

function byTemplates(change) {
  const templates = [...(change.form?.querySelectorAll("template[data-shows]") ?? [])];
  return templates
    .filter((template) => fits(template, change.fields))
    .flatMap((template) => byTemplate(template, change));
}

function byTemplate(template, change) {
  const { shows, rows, adds, takes } = template.dataset;
  const isPart = Boolean(adds ?? takes);
  const draw = (truth) => (isPart ? withPart(template, change.fields, truth) : preview(template, change.fields));
  const names = rows ? valuesOf(change.fields, rows).map((row) => `${shows} ${row}`) : [shows];
  return names.map((name) => ({ name, change, draw, isPart }));
}

// The very text, never markup.
function byEchoes(change) {
  const typed = change.path ? change.fields.filter(([field]) => !field.startsWith("Was[")) : [];
  return typed.map(([field]) => {
    const text = plain(textOf(change.fields, field));
    return {
      name: `${change.path}#${field}`,
      change,
      draw: () => fragmentOf(text),
      isSame: (truth) => plain(truth.textContent) === text,
    };
  });
}

function valuesOf(fields, name) {
  return fields.filter(([key]) => key === name).map(([, value]) => value);
}

function plain(text) {
  return text.replaceAll("\r\n", "\n").trim();
}

function fragmentOf(text) {
  const made = document.createDocumentFragment();
  if (text) made.append(text);
  return made;
}
