// What a reader sees of an element, as a fingerprint: its text without spaces, without times, and without what
// scripts have added to it. Web/Live/ShownText.cs makes the same of what the server renders.
const added = "time, template, noscript, .uplot, [data-offer], [data-freshness], [data-added], .glow-by";

export function textOf(element) {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll(added)) part.remove();
  return copy.textContent.replace(/\s+/g, "");
}

export async function shownHash(element) {
  // Missing where an office reaches the program by plain http: then nothing is compared.
  if (!globalThis.crypto?.subtle) return "";
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(textOf(element)));
  return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
