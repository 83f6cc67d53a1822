// What the scripts need of a browser, for tests under node: a disk of their own, and the libraries at their address.
import "fake-indexeddb/auto";
import { register } from "node:module";

const hook = `
  const libraries = { "../lib/idb/index.js": "idb" };
  export const resolve = (name, context, next) => next(libraries[name] ?? name, context);
`;
register(`data:text/javascript,${encodeURIComponent(hook)}`, import.meta.url);

// How long each timer was set for, and what for.
export const pauses = [];
export const timers = [];

/** Turns until it is so, or half a minute has passed: a busy machine turns often before it gets to anything. */
export async function until(isSo) {
  for (const end = performance.now() + 30_000; !(await isSo()) && performance.now() < end; )
    await new Promise((soon) => setImmediate(soon));
}

export function page(metas) {
  // A page is closed while its timers run.
  const later = globalThis.setTimeout;
  const often = globalThis.setInterval;
  globalThis.setInterval = (...set) => often(...set).unref();
  globalThis.setTimeout = (work, ms, ...more) => {
    pauses.push(ms);
    timers.push(work);
    return later(work, ms, ...more).unref();
  };
  const document = new EventTarget();
  document.querySelector = (selector) => {
    const content = metas[/meta\[name="(.+)"\]/.exec(selector)?.[1]];
    return content === undefined ? null : { content };
  };
  Object.assign(globalThis, { document, window: new EventTarget() });
  Object.defineProperty(globalThis, "navigator", { value: { locks: locks() } });
  return document;
}

// One after the other, like the lock of a browser.
function locks() {
  let last = Promise.resolve();
  return {
    request(_, work) {
      last = last.catch(() => {}).then(work);
      return last;
    },
  };
}
