// What waits for its person: where that one looks at it, and whether there is such a place.

/** As it is it would be refused again: it is looked at in its form. */
export function isLookedAt({ state, cause, path }) {
  return state === "parked" && (cause === "conflict" || (cause === "validation" && !/handler=|\/bulk$/.test(path)));
}

export function pageOf({ id, path, page }) {
  return `${path.includes("handler=") ? page : path}#waiting=${id}`;
}
