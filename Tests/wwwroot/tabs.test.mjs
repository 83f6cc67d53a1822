import assert from "node:assert/strict";
import { test } from "node:test";
import { StorageChannel, Tabs, tellApart } from "../../wwwroot/js/tabs.js";

// What all tabs of one browser have in common.
class Browser {
  #channels = [];
  #waiting = [];
  #holder;

  channel() {
    const channel = {
      postMessage: (data) => {
        for (const other of this.#channels) if (other !== channel) other.onmessage?.({ data });
      },
    };
    this.#channels.push(channel);
    return channel;
  }

  locks(tab) {
    return {
      request: (_, { steal } = {}, got) =>
        new Promise((_, lose) => {
          const ask = { tab, got, lose };
          if (steal) {
            const was = this.#holder;
            this.#holder = ask;
            was?.lose(new Error("stolen"));
            got();
          } else this.#waiting.push(ask);
          this.#next();
        }),
    };
  }

  close(tab) {
    this.#waiting = this.#waiting.filter((ask) => ask.tab !== tab);
    if (this.#holder?.tab === tab) this.#holder = undefined;
    this.#next();
  }

  #next() {
    if (this.#holder || !this.#waiting.length) return;
    this.#holder = this.#waiting.shift();
    this.#holder.got();
  }
}

function open(browser, name) {
  const led = [];
  const tabs = new Tabs({ channel: browser.channel(), locks: browser.locks(name), name: "lock" });
  tabs.whenLeading(() => {
    led.push("start");
    return () => led.push("stop");
  });
  return { tabs, led };
}

test("One tab leads, and another takes over when it closes", () => {
  const browser = new Browser();
  const [one, two] = [open(browser, "one"), open(browser, "two")];
  assert.deepEqual([one.tabs.isLeader(), two.tabs.isLeader()], [true, false]);
  assert.deepEqual(two.led, []);

  browser.close("one");

  assert.ok(two.tabs.isLeader());
  assert.deepEqual(two.led, ["start"]);
});

test("A leader that hangs loses its place, and stops what it began", async () => {
  const browser = new Browser();
  const [one, two] = [open(browser, "one"), open(browser, "two")];

  two.tabs.takeOver();
  await new Promise(setImmediate);

  assert.deepEqual([one.tabs.isLeader(), two.tabs.isLeader()], [false, true]);
  assert.deepEqual(one.led, ["start", "stop"]);

  browser.close("two");

  assert.ok(one.tabs.isLeader(), "it stands in the line again");
});

test("What one tab shares all others hear, and itself not", () => {
  const browser = new Browser();
  const heard = [];
  const tabs = ["one", "two", "three"].map((name) => open(browser, name).tabs);
  for (const [at, tab] of tabs.entries()) tab.hear("word", (data) => heard.push([at, data]));

  tabs[0].share("word", 7);

  assert.deepEqual(heard, [
    [1, 7],
    [2, 7],
  ]);
});

test("Without locks each tab is its own leader", () => {
  const tabs = new Tabs({ channel: new Browser().channel(), name: "lock" });
  assert.ok(tabs.isLeader());
});

test("Storage carries a word where there is no channel, and the same word twice", () => {
  const target = new EventTarget();
  const storage = {
    setItem: (key, newValue) => target.dispatchEvent(Object.assign(new Event("storage"), { key, newValue })),
    removeItem: () => {},
  };
  const heard = [];
  const channel = new StorageChannel("tabs", storage, target);
  channel.onmessage = ({ data }) => heard.push(data);

  channel.postMessage({ kind: "a" });
  channel.postMessage({ kind: "a" });

  assert.deepEqual(heard, [{ kind: "a" }, { kind: "a" }]);
});

test("A copy of a tab takes a name of its own, and the first keeps its", () => {
  const browser = new Browser();
  const names = ["same", "same", "other"];
  for (const at of names.keys()) {
    const { tabs } = open(browser, `tab ${at}`);
    tellApart(tabs, {
      id: () => names[at],
      rename: () => {
        names[at] = `new ${at}`;
      },
    });
  }
  assert.deepEqual(names, ["same", "new 1", "other"]);
});
