// What a live morph must leave alone: a form somebody is typing into, an open menu.
import { isDirty } from "./leave.js";

let live = false;

document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
  live = ctx.sourceEvent?.type === "live";
});

window.htmx.registerExtension("keep", {
  htmx_before_morph_node: (element) => !(live && element.matches?.("form") && isDirty(element)),
  htmx_before_morph_attr: (element, { attrName }) =>
    !(attrName === "open" && element.matches("details, dialog")) && attrName !== "data-fresh",
});
