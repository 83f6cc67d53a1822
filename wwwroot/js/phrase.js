// What a change is called when it is spoken of: "Chiara's new phone number", or else by the name of the act.
import { changedIn } from "./enter.js";

const most = 3;

/** `labelOf(name)`: what the form calls a field. With the verb that goes with it. */
export function phrase({ fields, action, subject }, labelOf) {
  const labels = changedIn(fields).map(([name]) => labelOf(name)?.trim());
  if (!subject || !labels.length || labels.length > most || !labels.every(Boolean))
    return { what: `“${action}”${subject ? ` for ${subject}` : ""}`, is: "is" };
  return { what: `${subject}'s new ${listOf(labels.map(lower))}`, is: labels.length > 1 ? "are" : "is" };
}

export function listOf(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
