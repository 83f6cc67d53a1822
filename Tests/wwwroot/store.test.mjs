import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import "./browser.mjs";

const written = [];
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  if (mode === "readwrite") written.push(options?.durability);
  return begin.call(this, stores, mode, options);
};

const store = await import("../../wwwroot/js/store.js");
const change = { method: "POST", path: "/team/1", fields: [["Phone", "+49 151 secret"]], about: ["1"] };

function onDisk() {
  return new Promise((done) => {
    indexedDB.open("waiting").onsuccess = ({ target: { result: db } }) => {
      db.transaction("changes").objectStore("changes").getAll().onsuccess = ({ target }) => done(target.result);
    };
  });
}

test("What was put in comes out, in its order", async () => {
  const first = await store.add("bea", change);
  const second = await store.add("bea", { ...change, path: "/team/2" });
  const [one, two] = await store.all("bea");
  assert.deepEqual([one.id, two.id], [first, second]);
  assert.deepEqual(one.fields, change.fields);
  assert.equal(one.state, "waiting");
});

test("On the disk nothing of it can be read", async () => {
  const [record, other] = await onDisk();
  assert.deepEqual(Object.keys(record).sort(), ["cause", "due", "id", "person", "sealed", "state", "tries"]);
  const bytes = Buffer.from(record.sealed.data).toString("latin1");
  assert.ok(!bytes.includes("secret") && !bytes.includes("Phone"));
  assert.notDeepEqual(record.sealed.iv, other.sealed.iv, "no two are sealed with the same beginning");
  const key = await (await openDB("waiting")).get("keys", "bea");
  assert.equal(key.extractable, false, "the key cannot be taken out of this browser");
});

test("Somebody else sees nothing of it, not even with the record in hand", async () => {
  await store.add("tom", change);
  assert.equal((await store.all("tom")).length, 1);
  const [stolen] = await onDisk();
  await store.put({ ...stolen, id: 99, person: "tom" });
  assert.equal((await store.all("tom")).length, 1);
});

test("How it stands is altered, what it says is not", async () => {
  const [{ id }] = await store.all("bea");
  await store.alter(id, { state: "parked", cause: "gone" });
  const [item] = await store.all("bea");
  assert.deepEqual([item.state, item.cause, item.path], ["parked", "gone", "/team/1"]);
  const before = (await onDisk()).length;
  await store.alter(4711, { state: "waiting" });
  assert.equal((await onDisk()).length, before, "what was settled meanwhile does not come back");
});

test("What was taken out can be put back", async () => {
  const [{ id }] = await store.all("bea");
  const record = await store.remove(id);
  assert.equal((await store.all("bea")).length, 1);
  await store.put(record);
  assert.equal((await store.all("bea"))[0].path, "/team/1");
});

test("Signing out leaves nothing, and nothing of the others' is touched", async () => {
  await store.wipe("bea");
  assert.deepEqual(await store.all("bea"), []);
  assert.ok((await onDisk()).every(({ person }) => person === "tom"));
  assert.equal((await store.all("tom")).length, 1);
});

test("All of it is on the disk before anything is said", () => {
  assert.deepEqual([...new Set(written)], ["strict"]);
});
