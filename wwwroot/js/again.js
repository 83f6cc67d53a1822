// What no notice tells of, such as a heartbeat, is asked for again and again.
import { refresh } from "./refresh.js";

setInterval(() => {
  for (const part of document.querySelectorAll("[data-again]")) {
    // What somebody reads or points at is not put in another order.
    if (!part.matches(":hover, :focus-within")) refresh([part], { own: true });
  }
}, 15_000);
