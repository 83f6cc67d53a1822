// When a server, or a proxy before it, wants to be asked again.

// Nobody is sent away for longer, whatever a proxy says.
const most = 60_000;

/** In milliseconds; 0 where it does not say. */
export function retryAfter(headers, now = Date.now()) {
  const text = headers.get("Retry-After")?.trim() ?? "";
  const ms = /^\d+$/.test(text) ? 1000 * Number(text) : Date.parse(text) - now;
  return ms > 0 ? Math.min(ms, most) : 0;
}
