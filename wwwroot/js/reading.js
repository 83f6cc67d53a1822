// A section that was typed into is read again while it is saved: its reading view lies over the form, which is there
// as it was should the office refuse. Only where all that was changed has a place that echoes it: `data-echo`.
const views = new Map();

document.addEventListener("htmx:before:swap", ({ detail: { tasks } }) => {
  for (const { target, fragment } of tasks)
    if (target?.matches?.("section[id][data-echoes]") && fragment?.querySelector?.("form[data-optimistic]"))
      views.set(target.id, target.cloneNode(true));
});

/** False where that cannot be: then one looks at the form until there is an answer. */
export function read(form) {
  const section = form.closest("section[id]");
  const view = views.get(section?.id);
  if (view?.dataset.echoes !== form.getAttribute("hx-post") || !isEchoed(form, view)) return false;
  const hasFocus = section.contains(document.activeElement);
  const shown = [...view.cloneNode(true).children];
  for (const part of shown) tame(part);
  for (const part of section.children) part.hidden = true;
  Object.assign(section.dataset, { echoes: view.dataset.echoes, fresh: "" });
  section.append(...shown);
  if (hasFocus) section.querySelector("[data-reading] a")?.focus({ preventScroll: true });
  return true;
}

export function write(form) {
  const section = form.closest("section[id]");
  const shown = [...(section?.querySelectorAll(":scope > [data-reading]") ?? [])];
  if (!shown.length) return;
  const hasFocus = shown.some((part) => part.contains(document.activeElement));
  for (const part of shown) part.remove();
  for (const part of section.children) part.hidden = false;
  delete section.dataset.echoes;
  delete section.dataset.fresh;
  if (hasFocus) form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function isEchoed(form, view) {
  const isWrong = form.querySelector("[aria-invalid=true]");
  const changed = [...form.elements].filter((control) => control.name && isChanged(form, control));
  return !isWrong && changed.every(({ name }) => view.querySelector(`[data-echo="${CSS.escape(name)}"]`));
}

function isChanged(form, control) {
  const was = form.elements.namedItem(`Was[${control.name}]`);
  if (control.type === "hidden") return Boolean(was) && was.value !== control.value;
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  if (control.options) return [...control.options].some((option) => option.selected !== option.defaultSelected);
  return control.value !== control.defaultValue;
}

// A picture: nothing of it is sent, and nothing is there twice.
function tame(part) {
  part.dataset.reading = "";
  for (const twin of [part, ...part.querySelectorAll("[id]")]) twin.removeAttribute("id");
  for (const control of part.querySelectorAll("button, input, select")) control.disabled = true;
  for (const link of part.querySelectorAll("a[hx-get]")) {
    link.classList.remove("htmx-request");
    link.ariaDisabled = "true";
  }
}

// On its way it is not typed into: the answer would take that away. What waits can be gone on with.
document.addEventListener("queue:waits", ({ detail: { form } }) => {
  const section = form.closest?.("section[data-echoes]");
  for (const link of section?.querySelectorAll("[data-reading] a[hx-get]") ?? []) link.ariaDisabled = null;
});

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest?.("[data-reading] a[hx-get]");
    if (!link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const form = link.closest("section").querySelector("form[data-waits]");
    if (form) write(form);
  },
  true,
);
