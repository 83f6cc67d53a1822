// A form that gave way to what it saved, or a link to the form it opened, must not drop the keyboard's place.
const left = new WeakMap();

document.addEventListener("htmx:before:swap", ({ detail: { ctx } }) => {
  const section = ctx.sourceElement.closest?.("section[id]");
  if (ctx.sourceEvent?.type !== "live" && section?.contains(document.activeElement)) left.set(ctx, section.id);
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const section = document.getElementById(left.get(ctx));
  if (!section || section.contains(document.activeElement)) return;
  section.querySelector("[autofocus], header a, a, button")?.focus({ preventScroll: true });
});
