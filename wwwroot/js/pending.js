// Draws pending changes over what the office has said, and puts that back when there are none.
import { fits, preview } from "./preview.js";

// By the name of the place: what it says without any change of ours.
const truths = new Map();
// Drawn once: what is typed into a place meanwhile must not be drawn away.
const drawn = new WeakMap();

/** A fresh fragment is the truth. */
export function truthIn(root) {
  for (const place of placesIn(root)) truths.set(place.dataset.shown, copy(place));
}

/** `settled`: from now on that is the truth, until the office says otherwise. */
export function showIn(root, changes, settled = false) {
  const views = new Map();
  for (const change of changes)
    for (const template of change.form.querySelectorAll("template[data-shows]"))
      if (fits(template, change.fields)) views.set(template.dataset.shows, { template, change });
  for (const place of placesIn(root)) {
    const { shown } = place.dataset;
    const view = views.get(shown);
    if (settled && view) truths.set(shown, preview(view.template, view.change.fields));
    else if (view) over(place, view);
    else if (place.dataset.pending !== undefined) back(place);
  }
}

function placesIn(root) {
  return root.querySelectorAll("[data-shown]");
}

function over(place, { template, change }) {
  if (place.dataset.pending === undefined && place.isConnected) truths.set(place.dataset.shown, copy(place));
  if (drawn.get(place) !== change) keepFocus(place, () => place.replaceChildren(preview(template, change.fields)));
  drawn.set(place, change);
  place.dataset.pending = change.waits ? "waits" : "";
  place.title = change.waits ? "Waits for the connection" : "Being saved";
}

function back(place) {
  const typed = typedIn(place);
  const truth = truths.get(place.dataset.shown);
  if (truth) keepFocus(place, () => place.replaceChildren(truth.cloneNode(true)));
  for (const [name, value] of typed)
    place.querySelector(`input:not([type=hidden])[name="${name}"]`)?.setRangeText(value);
  drawn.delete(place);
  delete place.dataset.pending;
  place.removeAttribute("title");
}

function typedIn(place) {
  return [...place.querySelectorAll("input:not([type=hidden])")].map(({ name, value }) => [name, value]);
}

function copy(place) {
  const kept = document.createDocumentFragment();
  kept.append(...[...place.childNodes].map((node) => node.cloneNode(true)));
  return kept;
}

// The button that was pressed makes room for its successor: the keyboard goes along.
function keepFocus(place, draw) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const { name, type } = focused ?? {};
  const form = focused?.getAttribute("form");
  draw();
  if (!focused || place.contains(document.activeElement)) return;
  const twins = [...place.querySelectorAll("button, input:not([type=hidden])")];
  const twin =
    twins.find((one) => one.name === name && one.type === type) ??
    twins.find((one) => one.getAttribute("form") === form);
  (twin ?? twins[0])?.focus({ preventScroll: true });
}
