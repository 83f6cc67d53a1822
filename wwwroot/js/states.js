// What the pill says, out of what is known. A break is politely called "connecting" for a while: most last a moment.
export const polite = 5000;
const reachable = ["live", "poor", "polling"];

export function stateOf({ isOpen, isPoor, polls, isEnded, brokenAt }, now) {
  if (isEnded) return "signed-out";
  if (isOpen) return isPoor ? "poor" : "live";
  if (polls) return "polling";
  return now - brokenAt < polite ? "connecting" : "offline";
}

// What this very page adds: it may be of an older version than the others of this person, or its session over, or what
// it asks for may not come although the line stands.
export function onThisPage(state, { isBarred, silence, isOutdated }) {
  if (isBarred || state === "signed-out") return "signed-out";
  if (silence && state !== "offline") return silence;
  return isOutdated && reachable.includes(state) ? "outdated" : state;
}

export function isReachable(state) {
  return state === "outdated" || reachable.includes(state);
}
