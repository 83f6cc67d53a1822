// The page of what is printed asks for the printer by itself, once its letters are there.
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-prints]")) window.print();
});
document.fonts.ready.then(() => window.print());
