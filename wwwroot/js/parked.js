// What waits for its person: where that one looks at it, and whether there is such a place.

/** As it is it would be refused again: it is looked at in its form. What was a press has none, and is pressed again. */
export function isLookedAt({ state, cause, path }) {
  return state === "parked" && ["conflict", "validation"].includes(cause) && !/handler=|\/bulk$/.test(path);
}

export function pageOf({ id, path, page }) {
  return `${path.includes("handler=") ? page : path}#waiting=${id}`;
}
