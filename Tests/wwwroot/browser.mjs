// What the scripts need of a browser, for tests under node.
import "fake-indexeddb/auto";

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
