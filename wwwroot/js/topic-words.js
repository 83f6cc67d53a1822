// What a topic is called: the office's words, and of a long id what tells it apart.
import { person } from "./person.js";

const words = {
  "work-roles": "work roles",
  here: "who is here",
  inconsistencies: "contradictions",
  problems: "problem reports",
  reports: "daily report",
  sessions: "sign-ins",
  user: "role",
};

export function topicWords(topic, page = location.pathname, title = document.querySelector("h1")?.textContent.trim()) {
  const [kind, key] = topic.split(":");
  const word = words[kind] ?? kind;
  if (!key) return word;
  if (kind === "here") return `${word} on ${key === "/" ? "no page" : short(key)}`;
  if (key === "*") return `${word}: any`;
  if (key === person) return `your ${word}`;
  return page.includes(key) && title ? `${word}: ${title}` : `${word} ${short(key)}`;
}

function short(text) {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{22}([0-9a-f]{5})/gi, "…$1");
}
