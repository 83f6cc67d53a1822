// What a chooser asks: who changed which of the fields, too.
import { listOf, lower } from "./phrase.js";

/** Undefined where nothing is asked. */
export function askedIn(html) {
  if (!globalThis.DOMParser) return undefined;
  const clashes = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("[data-clash]")];
  const names = [...new Set(clashes.map(({ dataset }) => dataset.by).filter(Boolean))];
  const fields = clashes.map((clash) => lower(clash.querySelector("legend")?.textContent.trim() ?? ""));
  return clashes.length ? { by: listOf(names) || "Somebody", what: listOf(fields) } : undefined;
}

/** "Tom changed the same phone number." */
export function changedBy(asked) {
  return asked ? `${asked.by} changed the same ${asked.what}.` : "Somebody else changed this.";
}
