// The lists of records, as RecordRegistry has them: what holds for the pages of one holds for those of each.
export const lists = ["team", "clients"];

const id = "[0-9a-f-]{36}";

/** Patterns of the addresses of any list; in that of a record the id is the first group. */
export const list = `/(?:${lists.join("|")})`;
export const record = `${list}/(${id})`;
export const section = `${record}/(?!history|erase)[a-z-]+`;
