// The service worker: the office first, and what is kept when there is no line to it. Started by /sw.js.
import { forgetAllBut, keep, keepForm, kept } from "./keeper.js";
import { isForm, mayKeep } from "./may-keep.js";

const offlinePage = "/offline";
const patience = { page: 6000, asset: 4000 };
// Pages that came from the disk take their style and scripts from there at once: each would wait in vain.
const fromDisk = new Set();

export function work(version, frame) {
  const shelf = `frame ${version}`;
  const parts = new Set(frame);

  self.addEventListener("install", (event) => event.waitUntil(fill(shelf, [...frame, offlinePage])));
  self.addEventListener("activate", (event) => event.waitUntil(takeOver(shelf)));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== location.origin) return;
    if (request.mode === "navigate") event.respondWith(page(event, url));
    else if (parts.has(url.pathname)) event.respondWith(asset(event, shelf));
    else if (isForm(url)) event.respondWith(form(event, url));
  });
  self.addEventListener("message", (event) => event.waitUntil(seen(new URL(event.source.url)).catch(() => {})));
}

async function fill(shelf, addresses) {
  const cache = await caches.open(shelf);
  await cache.addAll(addresses.map((address) => new Request(address, { cache: "no-cache" })));
  // Everything comes from the office first: an older page is served no worse by a newer worker.
  await self.skipWaiting();
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

async function asset(event, shelf) {
  const known = () => caches.match(event.request.url, { cacheName: shelf, ignoreSearch: true });
  if (fromDisk.has(event.clientId)) return (await known()) ?? fetch(event.request);
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
