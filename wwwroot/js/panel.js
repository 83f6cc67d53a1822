// What the pill cannot say in a word. Filled only while somebody looks.
import { connection } from "./connection.js";
import { make } from "./make.js";
import { icon } from "./pill.js";
import { inWords } from "./time.js";

const says = {
  connecting: "Connecting.",
  live: "Changes by others appear immediately.",
  poor: "The connection is slow. Changes may appear late.",
  polling: "No direct connection: this page asks every 15 seconds.",
  offline: "This may be out of date. It is refreshed as soon as the connection is back.",
  "signed-out": "You are signed out. What you typed is still here: sign in in another tab to keep it.",
  outdated: "A newer version is there. What you typed stays until you load the page again.",
};
const ways = {
  WebSockets: "Direct",
  ServerSentEvents: "Direct, one way",
  LongPolling: "By waiting requests",
  Polling: "Every 15 seconds",
};
const panel = document.getElementById("pill-panel");
const pill = document.getElementById("pill");
const main = document.getElementById("main");

function draw() {
  if (!panel?.matches(":popover-open")) return;
  say("says", says[connection.state] ?? "");
  say("transport", ways[connection.transport] ?? "None");
  say("latency", connection.latency === null ? "Unknown" : `${Math.round(connection.latency)} ms`);
  say("change", connection.lastChange ? inWords(connection.lastChange, Date.now()) : "None yet");
  say("reconnects", String(connection.reconnects));
}

function say(name, text) {
  const slot = panel.querySelector(`[data-says="${name}"]`);
  if (slot.textContent !== text) slot.textContent = text;
}

// Only offered: to load the page again may cost what is being typed.
const offers = {
  outdated: () => [
    "waiting",
    "rotate-cw",
    "A new version of the program is there. Load the page again when it suits you.",
    make("button", { type: "button", className: "btn", textContent: "Load again", onclick: () => location.reload() }),
  ],
  "signed-out": () => [
    "bad",
    "lock",
    "You are signed out. Sign in to continue.",
    make("a", { className: "btn", textContent: "Sign in", href: signIn() }),
  ],
};

function signIn() {
  return `/account/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`;
}

function offer() {
  document.getElementById("line-banner")?.remove();
  const offered = offers[connection.state]?.();
  if (!offered) return;
  const [tone, picture, text, action] = offered;
  const banner = make("div", { className: `banner ${tone}`, id: "line-banner" });
  banner.setAttribute("role", "status");
  banner.append(icon(picture), make("span", { textContent: text }), action);
  main?.prepend(banner);
}

panel?.addEventListener("toggle", ({ newState }) => {
  pill.setAttribute("aria-expanded", String(newState === "open"));
  draw();
  if (newState === "open") panel.querySelector("h2").focus();
});
document.addEventListener("live:line", draw);
document.addEventListener("live:state", offer);
