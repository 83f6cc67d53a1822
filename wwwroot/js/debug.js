// For admins: what this page hears, watches and shows. It listens from the start, for what was heard before the panel opens.
import { toggle } from "./debug-panel.js";
import { listen } from "./events.js";
import { isTyping } from "./shortcuts.js";

const most = 200;
const door = document.querySelector("[data-debug]");
const heard = [];

function open() {
  document.getElementById("shortcuts")?.close();
  toggle(heard);
}

if (door) {
  listen((event) => {
    heard.push(event);
    if (heard.length > most) heard.shift();
  });
  door.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "D" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (localStorage.getItem("single-keys") !== "off") open();
  });
}
