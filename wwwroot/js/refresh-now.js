// "Refresh now": everything live on this page is asked for again, and one hears whether that worked.
import { check, isOnline } from "./connection.js";
import { tell } from "./events.js";
import { liveElements } from "./refresh.js";
import { show } from "./toast.js";

const patience = 15_000;
const button = document.querySelector("[data-refresh-now]");

button?.addEventListener("click", refreshNow);

export async function refreshNow() {
  if (button.disabled) return;
  tell("refresh");
  check();
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  const answers = await Promise.all(liveElements().map(ask));
  button.disabled = false;
  button.removeAttribute("aria-busy");
  const isDone = answers.length ? answers.every(Boolean) : isOnline();
  if (isDone) show({ text: "Dashboard updated" });
  else
    show({
      kind: "bad",
      text: "This page could not be updated. What you see may be old.",
      action: "Try again",
      onAction: refreshNow,
    });
}

// True once the section was answered, be it that nothing changed.
function ask(element) {
  return new Promise((answer) => {
    const done = ({ detail: { ctx } }) => {
      if (ctx.sourceElement !== element) return;
      clearTimeout(late);
      document.removeEventListener("htmx:finally:request", done);
      answer(ctx.response && ctx.response.status < 400);
    };
    const late = setTimeout(() => done({ detail: { ctx: { sourceElement: element } } }), patience);
    document.addEventListener("htmx:finally:request", done);
    window.htmx.trigger(element, "live", {}, false);
  });
}
