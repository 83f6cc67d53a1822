// 1, 2, 4, 8 … 30 seconds, each shortened by up to half: after a restart not everybody comes at once.
export function pause(failures, random = Math.random) {
  const longest = Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1));
  return longest * (1 - random() / 2);
}
