// Some libraries ask Intl for the browser's language as they are loaded, and some browsers name one that Intl refuses
// ("en-US@posix"): nothing would be loaded at all. While `load` runs the browser speaks one that Intl knows.
export async function inKnownLanguage(load) {
  if (isKnown(navigator.language)) return load();
  Object.defineProperty(navigator, "language", { value: "en-GB", configurable: true });
  try {
    return await load();
  } finally {
    delete navigator.language;
  }
}

function isKnown(language) {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}
