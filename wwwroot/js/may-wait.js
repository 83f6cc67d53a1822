// Which changes may wait for a line, in one list. The first group of an address is whom it is about:
// what is about the same person is sent in its order, and waits behind one that was refused.
const id = "([0-9a-f-]{36})";
const list = [
  [`/team/${id}\\?handler=Archive`, "Archive"],
  [`/team/${id}\\?handler=Restore`, "Restore"],
  [`/team/${id}/(contact|work|hours|notes|account)`, "Change the $2"],
  [`/team/${id}/history\\?handler=PutBack`, "Put back a value"],
  ["/team/bulk", "Change the picked people"],
  ["/account/appearance", "Change how it looks"],
];

// Why the others cannot: it stands in the tooltip after "Needs a connection: ".
const reasons = [
  ["/team/new", "a newcomer is compared with everybody first."],
  [`/team/${id}/erase`, "this cannot be undone, so nothing may be in between."],
  ["/team/import.*", "the office reads the file."],
  ["/account/sign-out", "the session ends in the office."],
  ["/account/.*", "how you sign in is checked in the office."],
  ["/admin/.*", "what holds for everybody takes effect at once."],
];

/** What waiting would be called, and whom it is about; null when it may not wait. */
export function mayWait(method, address, ids = []) {
  const found = method !== "GET" && find(list, address);
  if (!found) return null;
  const [[, words], match] = found;
  const about = match[1] ? [match[1]] : ids.length ? ids : [pathOf(address)];
  return { action: words.replace("$2", match[2]), about };
}

export function whyNot(address) {
  return find(reasons, address)?.[0][1] ?? "it is done in the office.";
}

function find(rules, address) {
  for (const rule of rules) {
    const match = new RegExp(`^${rule[0]}$`).exec(address.split("#")[0]);
    if (match) return [rule, match];
  }
}

function pathOf(address) {
  return address.split("?")[0];
}
