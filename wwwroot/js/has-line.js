// Whether there is a line to the office, as far as the page has been told: without the line itself, for what also runs
// where there is none.
import { isReachable } from "./states.js";

let state = "";

document.addEventListener("live:state", ({ detail }) => {
  state = detail;
});

// The browser knows of a cable pulled out before the socket does.
export function hasLine() {
  return navigator.onLine !== false && isReachable(state);
}
