// What an answer of conflict asks: who changed which of the fields, too, or what stands in the way.
import { listOf, lower } from "./phrase.js";

/** Undefined where nobody is asked anything. */
export function askedIn(html) {
  if (!globalThis.DOMParser) return undefined;
  const answer = new DOMParser().parseFromString(html, "text/html");
  const clashes = [...answer.querySelectorAll("[data-clash]")];
  const notice = answer.querySelector("form > .banner.attention > p")?.textContent;
  if (!clashes.length) return notice && { notice };
  const names = [...new Set(clashes.map(({ dataset }) => dataset.by).filter(Boolean))];
  const fields = clashes.map((clash) => lower(clash.querySelector("legend")?.textContent.trim() ?? ""));
  return { by: listOf(names) || "Somebody", what: listOf(fields) };
}

/** "Tom changed the same phone number." */
export function changedBy(asked) {
  if (asked?.notice) return asked.notice;
  return asked ? `${asked.by} changed the same ${asked.what}.` : "Somebody else changed this.";
}

/** Where nothing stands side by side, there is nothing to choose. */
export function isChoice(asked) {
  return Boolean(asked?.what);
}
