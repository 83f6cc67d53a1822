// Asks the server now and then whether one live element still shows what it should. A change may be on its way:
// only when window and server both say the same as a moment ago is it drawn anew, and written down by the server.
import { liveElements, refresh } from "./refresh.js";
import { shownHash } from "./shown.js";

const every = 60_000;
const moment = 4_000;
const state = { live: false };

document.addEventListener("live:state", ({ detail }) => {
  state.live = detail === "live";
});

export async function compare(element) {
  const first = await ask(element);
  if (first?.verdict !== "differs") return first?.verdict;
  await new Promise((done) => setTimeout(done, moment));
  if (!element.isConnected || isBusy(element) || (await shownHash(element)) !== first.shown) return "moved";
  const second = await ask(element, { "X-Shown-Before": first.tag });
  if (second?.verdict !== "differs" || second.tag !== first.tag) return "moved";
  draw(element);
  setTimeout(
    () => document.getElementById(element.id) && ask(document.getElementById(element.id), { "X-Shown-After": "1" }),
    moment,
  );
  return "differs";
}

async function ask(element, headers = {}) {
  const shown = await shownHash(element);
  if (!shown) return null;
  const address = element.getAttribute("hx-get");
  const answer = await fetch(address, { headers: { ...headers, "X-Shown": shown, "HX-Request": "true" } }).catch(
    () => null,
  );
  return answer?.status === 204
    ? { shown, verdict: answer.headers.get("X-Shown"), tag: answer.headers.get("HX-PTag") }
    : null;
}

// Its tag would be answered by "not modified".
function draw(element) {
  if (element._htmx) element._htmx.ptag = undefined;
  refresh([element]);
}

// While somebody types, new rows wait or a save is on its way, the window is ahead of the server or behind it.
function isBusy(element) {
  return (
    element.contains(document.activeElement) ||
    element.matches("[aria-busy=true], .htmx-request") ||
    element.querySelector("form, canvas, [data-offer]:not(:empty), [data-pending], [aria-busy=true], .htmx-request") !==
      null
  );
}

function look() {
  const calm = liveElements().filter((element) => element.id && element.hasAttribute("hx-get") && !isBusy(element));
  const one = calm[Math.floor(Math.random() * calm.length)];
  if (one && state.live && !document.hidden) compare(one);
}

setInterval(look, every * (0.75 + Math.random() / 2));
