// The tabs of one person in one browser: one of them leads, all of them hear each other.
import { newId } from "./ids.js";
import { person } from "./person.js";

export class Tabs {
  #channel;
  #locks;
  #name;
  #leading = false;
  #starts = [];
  #stops = [];
  #ears = new Map();

  constructor({ channel, locks, name }) {
    this.#channel = channel;
    this.#locks = locks;
    this.#name = name;
    channel.onmessage = ({ data: { kind, data } }) => this.#heard(kind, data);
    // Without locks (plain http) tabs cannot agree: each is its own leader.
    if (locks) this.#stand();
    else this.#lead();
  }

  isLeader() {
    return this.#leading;
  }

  whenLeading(start) {
    this.#starts.push(start);
    if (this.#leading) this.#stops.push(start());
  }

  share(kind, data) {
    this.#channel.postMessage({ kind, data });
  }

  hear(kind, heard) {
    this.#ears.set(kind, [...(this.#ears.get(kind) ?? []), heard]);
  }

  // A leader that does not answer sleeps or hangs: its place is taken.
  takeOver() {
    if (this.#locks && !this.#leading) this.#stand({ steal: true });
  }

  #stand(options = {}) {
    this.#locks.request(this.#name, options, () => this.#lead()).catch(() => this.#step());
  }

  #lead() {
    if (!this.#leading) {
      this.#leading = true;
      this.#stops = this.#starts.map((start) => start());
    }
    // Held until the tab closes.
    return new Promise(() => {});
  }

  #step() {
    if (!this.#leading) return;
    this.#leading = false;
    for (const stop of this.#stops.splice(0)) stop?.();
    this.#stand();
  }

  #heard(kind, data) {
    for (const heard of this.#ears.get(kind) ?? []) heard(data);
  }
}

// Browsers without BroadcastChannel: a word put into storage is heard by all other tabs.
export class StorageChannel {
  constructor(name, storage = localStorage, target = window) {
    this.postMessage = (data) => {
      storage.setItem(name, JSON.stringify({ data, nonce: newId() }));
      storage.removeItem(name);
    };
    target.addEventListener("storage", ({ key, newValue }) => {
      if (key === name && newValue) this.onmessage?.({ data: JSON.parse(newValue).data });
    });
  }
}

export function tabId() {
  const id = sessionStorage.getItem("tab") ?? newId();
  sessionStorage.setItem("tab", id);
  return id;
}

export function renameTab() {
  sessionStorage.setItem("tab", newId());
}

// A duplicated tab starts with a copy of what the other remembers: whoever comes later takes a name of its own.
export function tellApart(tabs, { id, rename }) {
  const page = newId();
  tabs.hear("tab here", ({ tab, page: other }) => tab === id() && tabs.share("tab taken", { tab, page: other }));
  tabs.hear("tab taken", ({ tab, page: mine }) => mine === page && tab === id() && rename());
  tabs.share("tab here", { tab: id(), page });
}

// Of one person: a tab that still shows somebody else's page must not pass on what that one may see.
const name = `tabs ${person}`;
const tabs =
  globalThis.document &&
  new Tabs({
    channel: globalThis.BroadcastChannel ? new BroadcastChannel(name) : new StorageChannel(name),
    locks: navigator.locks,
    name,
  });

if (tabs) tellApart(tabs, { id: tabId, rename: renameTab });

export const isLeader = () => tabs.isLeader();
export const whenLeading = (start) => tabs.whenLeading(start);
export const share = (kind, data) => tabs.share(kind, data);
export const hear = (kind, heard) => tabs.hear(kind, heard);
export const takeOver = () => tabs.takeOver();
