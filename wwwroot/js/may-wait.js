// Which changes may wait for a line, in one list. The first group of an address is whom it is about:
// what is about the same person is sent in its order, and waits behind one that was refused.
const id = "([0-9a-f-]{36})";
const list = [
  `/team/${id}\\?handler=(Archive|Restore)`,
  `/team/${id}/(contact|work|hours|notes|account)`,
  `/team/${id}/history\\?handler=PutBack`,
  "/team/bulk",
  "/account/appearance",
];
// What is about nobody who is there yet: nothing has to wait behind it. Sent, it is compared with everybody, as ever.
const fresh = ["/team/new", "/problems"];

// Why the others cannot: it stands in the tooltip after "Needs a connection: ".
const reasons = [
  [`/team/${id}/erase`, "this cannot be undone, so nothing may be in between."],
  ["/team/import.*", "the office reads the file."],
  ["/account/sign-out", "the session ends in the office."],
  ["/account/.*", "how you sign in is checked in the office."],
  ["/admin/.*", "what holds for everybody takes effect at once."],
];

/** Whom it is about; null when it may not wait. */
export function mayWait(method, address, ids = []) {
  if (method === "GET") return null;
  if (find(fresh, address)) return { about: [] };
  const match = find(list, address);
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
