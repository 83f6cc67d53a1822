// The last pages that this person saw in this role, on this browser's disk. Nobody else's are ever kept beside them,
// nor what they saw in another role: a Manager who is one no more must not find the pay of others there.
const prefix = "kept ";
const most = 50;

/** Says whose page it is: empty for a page of somebody who has not signed in, which is never kept. */
export async function keep(url, answer, now = Date.now()) {
  const text = await answer.text();
  const [, person, role] = /<meta name="person" content="([^"]+)" data-role="([^"]+)"/.exec(text) ?? [];
  const whose = person ? `${person} ${role}` : "";
  await forgetAllBut(whose);
  if (!person) return;
  const title = /<title>([^<]*?)(?: · [^<]*)?<\/title>/.exec(text)?.[1] ?? "";
  await put(await caches.open(prefix + whose), url, text, answer, { title, now });
}

/** A form belongs to whoever's pages are kept. */
export async function keepForm(url, answer, now = Date.now()) {
  const [name] = await names();
  if (name) await put(await caches.open(name), url, await answer.text(), answer, { title: "", now });
}

/** As it was seen last, and saying when that was. */
export async function kept(url) {
  for (const name of await names()) {
    const found = await (await caches.open(name)).match(url);
    if (!found) continue;
    const mark = `<meta name="kept-at" content="${Number(found.headers.get("X-Kept-At"))}">`;
    return new Response((await found.text()).replace("</head>", `${mark}</head>`), { headers: found.headers });
  }
}

export async function forgetAllBut(whose) {
  const others = (await names()).filter((name) => name !== prefix + whose);
  await Promise.all(others.map((name) => caches.delete(name)));
}

async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

// With all its headers: a page from the disk is held to the same security policy.
async function put(cache, url, text, answer, { title, now }) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Set-Cookie"]) headers.delete(name);
  headers.set("X-Kept-At", now);
  headers.set("X-Kept-Title", encodeURIComponent(plain(title)));
  await cache.delete(url);
  await cache.put(url, new Response(text, { headers }));
  const keys = await cache.keys();
  for (const old of keys.slice(0, -most)) await cache.delete(old);
}

function plain(title) {
  return title
    .replace(/&#x([0-9A-F]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&amp;", "&");
}
