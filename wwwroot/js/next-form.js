/** The forms that take the place of the one that was sent: other elements, known before they are drawn. */
export function nextForms(ctx, tasks) {
  const path = ctx.sourceElement.getAttribute?.("hx-post");
  const drawn = tasks.flatMap(({ fragment }) => [...(fragment?.querySelectorAll?.("form[data-guard]") ?? [])]);
  return path ? drawn.filter((form) => form.getAttribute("hx-post") === path) : [];
}

export function isRefused(ctx) {
  return ctx.response?.status >= 400;
}
