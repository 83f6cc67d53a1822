// `person:*` in a notice means every `person:…` at once.
export function matches(watched, changed) {
  return watched === changed || (changed.endsWith(":*") && watched.startsWith(changed.slice(0, -1)));
}

// Who is here, as against what changed in the office.
export function isPresence(topic) {
  return topic.startsWith("here:");
}

export function topicsOf(element) {
  return element.dataset.live.split(/\s+/).filter(Boolean);
}

export function concerns(element, changed) {
  return topicsOf(element).some((watched) => changed.some((topic) => matches(watched, topic)));
}
