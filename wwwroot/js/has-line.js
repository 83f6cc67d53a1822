// Whether there is a line to the office, as far as the page has been told: without the line itself, for what also runs
// where there is none.
import { isReachable } from "./states.js";

let state = "";

document.addEventListener("live:state", ({ detail }) => {
  state = detail;
});

export function hasLine() {
  return isReachable(state);
}
