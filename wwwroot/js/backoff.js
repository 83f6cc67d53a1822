// 1, 2, 4, 8, 8 … seconds, each shortened by up to half: after a restart not everybody comes at once, and whoever waits
// for a line that was away for long is back within as many seconds.
export function pause(failures, random = Math.random) {
  const longest = Math.min(8000, 1000 * 2 ** Math.max(0, failures - 1));
  return longest * (1 - random() / 2);
}

/** Not before the server wants to be asked again. What it named everybody is spread, or all come in that moment. */
export function pauseAfter({ wait = 0 }, failures, random = Math.random) {
  return Math.max(pause(failures, random), wait * (1 + random() / 4));
}
