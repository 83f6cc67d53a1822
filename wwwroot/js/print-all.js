// The browser prints what the page shows. Where that is one page of many, its key leads to the print of all.
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey } = event;
  const link = document.querySelector("[data-print]");
  if (!link || key.toLowerCase() !== "p" || !(ctrlKey || metaKey)) return;
  event.preventDefault();
  link.click();
});
