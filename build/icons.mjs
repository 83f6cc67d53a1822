// Writes wwwroot/icons.svg: the icons in use, from lucide-static. Run `npm run icons` after adding a name.
import { readFileSync, writeFileSync } from "node:fs";

const names = `
  activity archive archive-restore arrow-down arrow-left arrow-right arrow-up arrow-up-down bell bell-off
  briefcase-business chart-line check chevron-down chevron-left chevron-right circle-alert circle-check circle-user
  clock columns-3 download ellipsis equal external-link eye file-text flag git-merge history house info key-round
  keyboard laptop link list-filter lock log-in log-out mail menu message-square-warning monitor moon pause pencil
  phone play plus refresh-cw rotate-cw rows-3 rows-4 scroll-text search server settings shield star sun tag
  toggle-right trash-2 triangle-alert undo-2 upload user user-plus user-x users wifi wifi-low wifi-off x
`
  .split(/\s+/)
  .filter(Boolean);

const symbols = names.map((name) => {
  const svg = readFileSync(new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url), "utf8");
  const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
  return `  <symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
});

const note = "<!-- Lucide, ISC licence: https://lucide.dev/license. Written by build/icons.mjs -->";
writeFileSync(
  new URL("../wwwroot/icons.svg", import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg">\n  ${note}\n${symbols.join("\n")}\n</svg>\n`,
);
