// Menus are <details>, dialogs are <dialog>: only closing and opening needs a hand.
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (!menu.contains(target) || target.closest(".menu-item")) shut(menu);
  }
  const opens = target.closest("[data-opens]")?.dataset.opens;
  if (opens) document.getElementById(opens)?.showModal();
  else if (target.matches("dialog")) target.close();
});

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(".menu[open]");
  if (!menu) return;
  const items = [...menu.querySelectorAll(":scope > :not(summary) :is(a, button)")];
  const isField = event.target.matches("input, select");
  const step = !isField && { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    event.preventDefault();
    shut(menu);
  } else if (step && items.length) {
    event.preventDefault();
    const at = items.indexOf(document.activeElement) + step;
    items.at(at >= items.length ? 0 : at)?.focus();
  }
});

// What is entered in a menu is entered next.
document.addEventListener("toggle", ({ target }) => target.open && target.querySelector("[data-first]")?.focus(), true);

// A dialog gives the focus back to where it was, and an item of a shut menu can take none.
export function shut(menu) {
  if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  menu.open = false;
}
