// The service worker: the office first, and what is kept when there is no line to it. Started by /sw.js.
import { forgetAllBut, keep, keepForm, kept } from "./keeper.js";
import { isForm, mayKeep } from "./may-keep.js";

const offlinePage = "/offline";
const patience = { page: 6000, asset: 4000 };
// Pages that came from the disk take their style and scripts from there at once: each would wait in vain.
const fromDisk = new Set();

// root is "/a/" and this version; frame are the paths of the files that a page needs, such as "/css/base.css".
export function work(root, frame) {
  const shelf = `frame ${root}`;
  const parts = new Set(frame);

  self.addEventListener("install", (event) => event.waitUntil(fill(shelf, root, frame)));
  self.addEventListener("activate", (event) => event.waitUntil(takeOver(shelf)));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== location.origin) return;
    const path = url.pathname.replace(/^\/a\/[^/]+/, "");
    if (request.mode === "navigate") event.respondWith(page(event, url));
    else if (parts.has(path)) event.respondWith(asset(event, url, { shelf, address: root + path }));
    else if (isForm(url)) event.respondWith(form(event, url));
  });
  self.addEventListener("message", (event) => event.waitUntil(seen(new URL(event.source.url)).catch(() => {})));
}

async function fill(shelf, root, frame) {
  const cache = await caches.open(shelf);
  await Promise.all([
    ...frame.map((path) => put(cache, root + path)),
    cache.add(new Request(offlinePage, { cache: "no-cache" })),
  ]);
  // An older page finds what it needs with a newer worker, too: see asset().
  await self.skipWaiting();
}

// Of a node of another version this would be another file, and would be shown for as long as this version lasts.
async function put(cache, address) {
  const answer = await fetch(address);
  if (!answer.ok || !answer.headers.get("Cache-Control")?.includes("immutable")) throw new Error(address);
  await cache.put(address, answer);
}

async function takeOver(shelf) {
  const old = (await caches.keys()).filter((name) => name.startsWith("frame ") && name !== shelf);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(event, url) {
  const asked = fetch(event.request);
  const answer = await within(asked, patience.page);
  if (answer) {
    event.waitUntil(look(url, answer.clone()).catch(() => {}));
    return answer;
  }
  const found = await kept(url.pathname === "/" ? "/team" : url.pathname + url.search);
  if (found) fromDisk.add(event.resultingClientId);
  // Slow is not away: where nothing is kept it is worth waiting.
  return found ?? (await asked.catch(() => caches.match(offlinePage))) ?? Response.error();
}

async function seen(url) {
  if (mayKeep(url)) await look(url, await fetch(url));
}

async function look(url, answer) {
  if (url.pathname === "/account/sign-in" && answer.ok) return forgetAllBut("");
  if (answer.ok && !answer.redirected && mayKeep(url)) await keep(url.pathname + url.search, answer);
}

async function asset(event, url, { shelf, address }) {
  const known = () => caches.match(address, { cacheName: shelf });
  // What an address of this version names never changes.
  if (url.pathname === address || fromDisk.has(event.clientId)) return (await known()) ?? fetch(event.request);
  const asked = fetch(event.request);
  return (await within(asked, patience.asset)) ?? (await known()) ?? asked;
}

async function form(event, url) {
  const asked = fetch(event.request);
  const answer = await within(asked, patience.page);
  if (answer?.ok && !answer.redirected) event.waitUntil(keepForm(url.pathname + url.search, answer.clone()));
  return answer ?? (await kept(url.pathname + url.search)) ?? asked;
}

/** Undefined when there was no answer, or none yet. */
function within(asked, patience) {
  const late = new Promise((over) => setTimeout(over, patience));
  return Promise.race([asked.catch(() => undefined), late]);
}
