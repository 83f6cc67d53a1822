// Looks of what only a script can open or show: not worth keeping the first paint waiting.
import { asset } from "./asset.js";
import { make } from "./make.js";

const dressed = new Set();

export function dress(name) {
  if (dressed.has(name)) return;
  dressed.add(name);
  document.head.append(make("link", { rel: "stylesheet", href: asset(`css/${name}.css`) }));
}
