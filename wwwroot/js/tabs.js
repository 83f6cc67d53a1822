// This tab, by a name that it keeps from page to page.
import { newId } from "./request.js";

const name = "tab";

export function tabId() {
  const id = sessionStorage.getItem(name) ?? newId();
  sessionStorage.setItem(name, id);
  return id;
}
