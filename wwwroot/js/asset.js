// The address of another file of this version: that of every file begins with the version, so does that of this one.
export function asset(path) {
  const { pathname, hash } = new URL(`../${path}`, import.meta.url);
  return pathname + hash;
}
