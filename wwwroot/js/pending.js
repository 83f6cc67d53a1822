// Draws pending changes over what the office has said, and puts that back when there are none.
import { nameOf, placesIn, viewsOf } from "./views.js";

// By the name of the place: what it says without any change of ours.
const truths = new Map();
// Drawn once: what is typed into a place meanwhile must not be drawn away.
const drawn = new WeakMap();

/** A fresh fragment is the truth. */
export function truthIn(root) {
  for (const place of placesIn(root)) truths.set(nameOf(place), copy(place));
}

/** `settled`: from now on that is the truth, until the office says otherwise. */
export function showIn(root, changes, settled = false) {
  const views = changes.flatMap(viewsOf);
  for (const place of placesIn(root)) {
    const name = nameOf(place);
    const wanted = views.filter((view) => view.name === name);
    // The latest that says all of it; before that nothing is to be seen.
    const shown = wanted.slice(
      Math.max(
        0,
        wanted.findLastIndex(({ isPart }) => !isPart),
      ),
    );
    if (!shown.length) back(place, name);
    else if (settled) truths.set(name, drawAll(shown, truths.get(name) ?? copy(place)));
    else over(place, name, shown);
  }
}

function over(place, name, shown) {
  if (place.dataset.pending === undefined && place.isConnected) truths.set(name, copy(place));
  const truth = truths.get(name) ?? copy(place);
  const { change, isSame } = shown.at(-1);
  // What was typed but says what stands there already changes nothing.
  if (isSame?.(truth)) return back(place, name);
  const changes = shown.map((view) => view.change);
  if (!isDrawn(place, changes)) keepFocus(place, () => place.replaceChildren(drawAll(shown, truth)));
  drawn.set(place, changes);
  place.dataset.pending = change.waits ? "waits" : "";
  place.title = change.waits ? "Waits to be sent" : "Being saved";
}

function drawAll(shown, truth) {
  return shown.reduce((was, { draw }) => draw(was), truth);
}

function isDrawn(place, changes) {
  const known = drawn.get(place) ?? [];
  return known.length === changes.length && known.every((change, at) => change === changes[at]);
}

function back(place, name) {
  if (place.dataset.pending === undefined) return;
  const typed = typedIn(place);
  const truth = truths.get(name);
  if (truth) keepFocus(place, () => place.replaceChildren(truth.cloneNode(true)));
  for (const [field, value] of typed)
    place.querySelector(`input:not([type=hidden])[name="${field}"]`)?.setRangeText(value);
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
