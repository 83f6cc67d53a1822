// The debug panel: events as they arrive, topics watched, versions of the fragments, and the page against a fresh one.
import { differences } from "./differences.js";
import { listen } from "./events.js";
import { make } from "./make.js";
import { liveElements, refresh } from "./refresh.js";
import { topicWords } from "./topic-words.js";
import { topicsOf } from "./topics.js";

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const log = make("ol", { className: "log", tabIndex: 0, ariaLabel: "Events, the latest first" });
const topics = make("p", { className: "tags" });
const fragments = make("tbody");
const found = make("div", { role: "status" });
let panel;
let back;

export function toggle(heard) {
  if (panel?.isConnected) return close();
  panel ??= build();
  log.replaceChildren(...heard.map(line).reverse());
  back = document.activeElement;
  document.body.append(panel);
  look();
  panel.querySelector("button").focus();
}

listen((event) => {
  if (!panel?.isConnected) return;
  log.prepend(line(event));
  while (log.children.length > 200) log.lastChild.remove();
});
document.addEventListener("htmx:after:swap", () => panel?.isConnected && look());

function build() {
  const aside = make("aside", { className: "debug card", id: "debug", ariaLabel: "What this page does" });
  const shut = button("Close", close);
  const head = make("header", {}, make("h2", { textContent: "What this page does" }), shut);
  const table = make("table", { className: "list" }, caption(), heads("Section", "Topics", "Version"), fragments);
  const body = make(
    "div",
    { className: "body" },
    make("p", { className: "row" }, button("Sync now", sync), button("Compare with a fresh page", compare)),
    found,
    title("Topics watched"),
    topics,
    title("Sections"),
    make("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Sections" }, table),
    title("Events"),
    log,
  );
  aside.append(head, body);
  aside.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  return aside;
}

function close() {
  if (panel.contains(document.activeElement)) back?.focus({ preventScroll: true });
  panel.remove();
  unmark();
}

function look() {
  const watched = [...new Set(liveElements().flatMap(topicsOf))].sort();
  topics.replaceChildren(
    ...(watched.length
      ? watched.map((text) => make("span", { className: "tag", title: text, textContent: topicWords(text) }))
      : ["None"]),
  );
  fragments.replaceChildren(
    ...liveElements().map((element) =>
      make(
        "tr",
        {},
        cell(nameOf(element)),
        cell(
          topicsOf(element)
            .map((text) => topicWords(text))
            .join(", "),
        ),
        cell(versionOf(element)),
      ),
    ),
  );
}

function versionOf(element) {
  return (element._htmx?.ptag ?? element.getAttribute("hx-ptag") ?? "").slice(0, 12) || "as the page came";
}

function sync() {
  refresh(liveElements());
  found.textContent = `${liveElements().length} sections are asked for anew.`;
}

async function compare() {
  unmark();
  found.textContent = "Comparing …";
  const lists = await Promise.all(liveElements().map(against));
  const all = lists.flat();
  for (const { element } of all) element.classList.add("differs");
  const count = `${liveElements().length} sections compared`;
  found.replaceChildren(
    make("p", { textContent: all.length ? `${count}: ${all.length} differ.` : `${count}: all as fresh.` }),
    make("ul", {}, ...all.map(({ element, here, fresh }) => told(element, here, fresh))),
  );
}

async function against(element) {
  const answer = await fetch(element.getAttribute("hx-get"), {
    headers: { "HX-Request": "true" },
    cache: "no-store",
  }).catch(() => null);
  if (!answer?.ok) return [{ element, here: "what is shown", fresh: `no answer (${answer?.status ?? "no line"})` }];
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  const fresh = template.content.querySelector(`#${CSS.escape(element.id)}`) ?? template.content.firstElementChild;
  return fresh ? differences(element, fresh) : [{ element, here: "what is shown", fresh: "nothing" }];
}

function unmark() {
  for (const element of document.querySelectorAll(".differs")) element.classList.remove("differs");
}

function told(element, here, fresh) {
  const where = element.closest("[id]")?.id;
  return make(
    "li",
    {},
    make("code", { textContent: `#${where}` }),
    ` shows “${short(here)}”, fresh is “${short(fresh)}”`,
  );
}

function line({ kind, at, ...detail }) {
  const rest = Object.entries(detail).map(
    ([name, value]) => `${name === "topics" ? "" : `${name} `}${[value].flat().map(inWords).join(", ")}`,
  );
  return make(
    "li",
    {},
    make("small", { textContent: clock.format(at) }),
    make("b", { textContent: kind }),
    rest.join(" · "),
  );
}

// A topic carries its key behind a colon, an address its ids between slashes.
function inWords(value) {
  return typeof value === "string" && /^[a-z-]+(:\S+)?$/.test(value) ? topicWords(value) : value;
}

function short(text) {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function nameOf(element) {
  const title = document.getElementById(element.getAttribute("aria-labelledby")) ?? element.querySelector("h2, h3");
  return element.ariaLabel || title?.textContent.trim() || element.id.replaceAll("-", " ");
}

function button(textContent, pressed) {
  const made = make("button", { type: "button", className: "btn", textContent });
  made.addEventListener("click", pressed);
  return made;
}

function title(textContent) {
  return make("h3", { textContent });
}

function cell(textContent) {
  return make("td", { textContent });
}

function caption() {
  return make("caption", { className: "hidden", textContent: "Sections that are live" });
}

function heads(...names) {
  return make("thead", {}, make("tr", {}, ...names.map((textContent) => make("th", { scope: "col", textContent }))));
}
