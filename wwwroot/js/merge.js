// What a live list may show at once, and what has to wait until it is asked for.
// `before` and `after` are ids in order; `busy` means that a pointer or the focus is in the list.
export function merge(before, after, busy) {
  const was = new Set(before);
  const is = new Set(after);
  const gone = before.filter((id) => !is.has(id));
  const come = after.filter((id) => !was.has(id));
  const atEnd = tail(after, (id) => !was.has(id));
  const filling = atEnd.slice(0, gone.length);
  // Newcomers that wait further up have pushed the last rows off the page: these stay as long as they wait.
  const pushers = come.length - atEnd.length;
  const pushed = new Set(pushers ? tail(before, (id) => !is.has(id)).slice(-pushers) : []);
  const leaving = gone.filter((id) => !pushed.has(id));

  const kept = before.filter((id) => is.has(id));
  const sorted = after.filter((id) => was.has(id));
  const moved = kept.filter((id, place) => sorted[place] !== id).length;
  const offered = come.length - filling.length;
  // Nothing moves under the pointer: who has left stays in place, and whoever takes that place waits with the change.
  const takers = Math.min(filling.length, leaving.length);
  if (busy)
    return {
      order: before,
      leaving: [],
      gone: leaving,
      offered: come.length - takers,
      changes: moved + leaving.length,
    };
  const order = moved ? [...sorted, ...pushed] : before;
  return { order: [...order, ...filling], leaving, gone: [], offered, changes: 0 };
}

function tail(ids, test) {
  return ids.slice(ids.findLastIndex((id) => !test(id)) + 1);
}
