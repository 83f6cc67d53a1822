// Which pages can be read without a line, in one list: each as this person saw it last.
import { list, record, section } from "./records.js";

const pages = [list, `${list}/new`, record, `${record}/history`, "/account", "/account/sessions"];

// Their forms, so that what is read can also be changed: see may-wait.js.
const forms = [section];

export function mayKeep({ pathname, searchParams }) {
  return fits(pages, pathname) && !searchParams.has("part") && !searchParams.has("handler");
}

export function isForm({ pathname, searchParams }) {
  return fits(forms, pathname) && searchParams.get("part") === "form";
}

function fits(paths, pathname) {
  return paths.some((path) => new RegExp(`^${path}$`).test(pathname));
}
