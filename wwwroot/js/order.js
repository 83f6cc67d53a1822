// What is sent next: everything in its order, and before what was tried less often nothing that was tried in vain.
// Behind a parked change only what is about the same waits.
export function next(items, now) {
  const held = new Set();
  const free = [];
  for (const item of [...items].sort((one, other) => one.id - other.id)) {
    if (item.state === "waiting" && item.due <= now && !item.about.some((one) => held.has(one))) free.push(item);
    for (const one of item.about) held.add(one);
  }
  return free.sort((one, other) => one.tries - other.tries)[0];
}

/** When the next one is due; null when nothing waits by itself. */
export function nextDue(items) {
  const times = items.filter(({ state }) => state === "waiting").map(({ due }) => due);
  return times.length ? Math.min(...times) : null;
}
