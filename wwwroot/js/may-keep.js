// Which pages can be read without a line, in one list: each as this person saw it last.
const id = "[0-9a-f-]{36}";
const list = ["/team", "/team/new", `/team/${id}`, `/team/${id}/history`, "/account", "/account/sessions"];

// Their forms, so that what is read can also be changed: see may-wait.js.
const forms = [`/team/${id}/(contact|work|hours|notes|account)`];

export function mayKeep({ pathname, searchParams }) {
  return fits(list, pathname) && !searchParams.has("part") && !searchParams.has("handler");
}

export function isForm({ pathname, searchParams }) {
  return fits(forms, pathname) && searchParams.get("part") === "form";
}

function fits(paths, pathname) {
  return paths.some((path) => new RegExp(`^${path}$`).test(pathname));
}
