// The pages kept for offline, as the page itself may ask for them. The worker keeps them: see keeper.js.
const prefix = "kept ";

/** Nothing of it stays in this browser. */
export async function forget() {
  if (!globalThis.caches) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => caches.delete(name)));
}

/** What can be opened without a line, newest first. */
export async function keptPages() {
  if (!globalThis.caches) return [];
  const found = [];
  for (const name of (await caches.keys()).filter((name) => name.startsWith(prefix))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found.push(about(request, await cache.match(request)));
  }
  return found.filter(({ title }) => title).sort((one, other) => other.at - one.at);
}

function about({ url }, { headers }) {
  const title = decodeURIComponent(headers.get("X-Kept-Title") ?? "");
  return { address: new URL(url).pathname + new URL(url).search, title, at: Number(headers.get("X-Kept-At")) };
}
