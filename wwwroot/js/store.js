// What waits, on this browser's own disk: sealed, and each person's apart. Whose it is and in which order stands open.
import { openDB } from "idb";
import { seal, unseal } from "./seal.js";

// On the disk before anything is said: a browser that is killed a moment later must lose nothing.
const safely = { durability: "strict" };
let opened;

function database() {
  opened ??= openDB("waiting", 1, {
    upgrade(db) {
      db.createObjectStore("changes", { keyPath: "id", autoIncrement: true }).createIndex("person", "person");
      db.createObjectStore("keys");
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

export async function all(person) {
  const db = await database();
  const [records, key] = await Promise.all([db.getAllFromIndex("changes", "person", person), db.get("keys", person)]);
  // What no key opens any more is nobody's: it must not stand in the way of the rest.
  const open = ({ sealed, ...record }) =>
    unseal(key, person, sealed).then(
      (change) => ({ ...change, ...record }),
      () => [],
    );
  return (await Promise.all(records.map(open))).flat();
}

/** With the id of one that is there it takes the place of that one, and its turn. */
export async function add(person, { id, state = "waiting", tries = 0, cause = "", due = 0, ...change }) {
  const sealed = await seal(await keyOf(person), person, change);
  return put({ ...(id && { id }), person, state, tries, cause, due, sealed });
}

// Only how it stands with a change is ever altered, never what it says.
export async function alter(id, standingOf) {
  const transaction = (await database()).transaction("changes", "readwrite", safely);
  const record = await transaction.store.get(id);
  if (record)
    transaction.store.put({ ...record, ...(typeof standingOf === "function" ? standingOf(record) : standingOf) });
  await transaction.done;
}

/** Answers what was taken out, to be put back as it was. */
export async function remove(id) {
  const transaction = (await database()).transaction("changes", "readwrite", safely);
  const record = await transaction.store.get(id);
  transaction.store.delete(id);
  await transaction.done;
  return record;
}

export async function put(record) {
  const transaction = (await database()).transaction("changes", "readwrite", safely);
  const id = await transaction.store.put(record);
  await transaction.done;
  return id;
}

/** Everything of this person, and the key: what a copy of the disk still holds is unreadable then. */
export async function wipe(person) {
  const transaction = (await database()).transaction(["changes", "keys"], "readwrite", safely);
  const changes = transaction.objectStore("changes");
  for (const id of await changes.index("person").getAllKeys(person)) changes.delete(id);
  transaction.objectStore("keys").delete(person);
  await transaction.done;
}

async function keyOf(person) {
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const transaction = (await database()).transaction("keys", "readwrite", safely);
  // Two tabs may need the first key at once: there must be but one.
  const known = await transaction.store.get(person);
  if (!known) transaction.store.put(made, person);
  await transaction.done;
  return known ?? made;
}
