// One tab at a time sends what waits, and the others hear of it.
const channel = globalThis.BroadcastChannel && new BroadcastChannel("waiting");
// A test under node must be able to end.
channel?.unref?.();

export function alone(work) {
  return navigator.locks.request("waiting", work);
}

export function share(...news) {
  channel?.postMessage(news);
}

export function hear(listener) {
  channel?.addEventListener("message", ({ data }) => listener(...data));
}
