// Without a line nobody knows who is here.
import { isOnline } from "./connection.js";

document.addEventListener("live:state", ({ detail: state }) => {
  const isUnknown = state !== "connecting" && !isOnline();
  document.getElementById("here")?.toggleAttribute("data-unknown", isUnknown);
});
