// Where two renderings of the same differ, in words and in the attributes that say something: scripts add others.
const told = new Set(["id", "href", "hx-get", "data-live", "data-row", "aria-label", "aria-current", "aria-sort"]);
const spoken = new Set(["TIME", "SCRIPT", "SVG", "svg", "CANVAS", "INPUT", "TEXTAREA", "SELECT"]);

// Each difference names the element here, what it says, and what it should say.
export function differences(here, fresh) {
  if (spoken.has(here.nodeName)) return [];
  if (here.nodeName !== fresh.nodeName) return [{ element: here, here: words(here), fresh: words(fresh) }];
  const [mine, theirs] = [parts(here), parts(fresh)];
  if (mine.length !== theirs.length || !mine.every((part, i) => isText(part) === isText(theirs[i])))
    return words(here) === words(fresh) && mine.length === theirs.length
      ? []
      : [{ element: here, here: words(here), fresh: words(fresh) }];
  const own =
    attributes(here) === attributes(fresh) ? [] : [{ element: here, here: attributes(here), fresh: attributes(fresh) }];
  return own.concat(
    mine.flatMap((part, i) => {
      if (!isText(part)) return differences(part, theirs[i]);
      return words(part) === words(theirs[i]) ? [] : [{ element: here, here: words(part), fresh: words(theirs[i]) }];
    }),
  );
}

function parts(element) {
  return [...element.childNodes].filter((node) => node.nodeType === 1 || (isText(node) && words(node)));
}

function isText(node) {
  return node.nodeType === 3;
}

function words(node) {
  return (node.textContent ?? "").replace(/\s+/g, " ").trim();
}

function attributes(element) {
  return [...element.attributes]
    .filter(({ name }) => told.has(name))
    .map(({ name, value }) => `${name}="${value}"`)
    .sort()
    .join(" ");
}
