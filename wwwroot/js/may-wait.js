// Which changes may wait for a line, in one list. The first group of an address is whom it is about:
// what is about the same person is sent in its order, and waits behind one that was refused.
import { list, record, section } from "./records.js";

const waiting = [
  `${record}\\?handler=(?:Archive|Restore)`,
  section,
  `${record}/history\\?handler=PutBack`,
  `${list}/bulk`,
  "/account/appearance",
];
// What is about nobody who is there yet: nothing has to wait behind it. Sent, it is compared with everybody, as ever.
const fresh = [`${list}/new`, "/problems"];

// Why the others cannot: it stands in the tooltip after "Needs a connection: ".
const reasons = [
  [`${record}/erase`, "this cannot be undone, so nothing may be in between."],
  [`${list}/import.*`, "the office reads the file."],
  ["/account/sign-out", "the session ends in the office."],
  ["/account/.*", "how you sign in is checked in the office."],
  ["/admin/.*", "what holds for everybody takes effect at once."],
];

/** Whom it is about; null when it may not wait. */
export function mayWait(method, address, ids = []) {
  if (method === "GET") return null;
  if (find(fresh, address)) return { about: [] };
  const match = find(waiting, address);
  if (!match) return null;
  return { about: match[1] ? [match[1]] : ids.length ? ids : [address.split("?")[0]] };
}

export function whyNot(address) {
  const [, reason] = reasons.find(([path]) => find([path], address)) ?? [];
  return reason ?? "it is done in the office.";
}

function find(paths, address) {
  for (const path of paths) {
    const match = new RegExp(`^${path}$`).exec(address.split("#")[0]);
    if (match) return match;
  }
  return null;
}
