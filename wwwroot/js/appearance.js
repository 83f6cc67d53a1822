// Theme and density show at once; the form that keeps them is sent beside.
document.addEventListener("submit", ({ target, submitter }) => {
  if (!target.matches("[data-appearance]") || !submitter) return;
  const { name, value } = submitter;
  const root = document.documentElement;
  if (value === "system") delete root.dataset.theme;
  else root.dataset[name.toLowerCase()] = value;
  for (const button of target.querySelectorAll(`[name="${name}"]`)) button.ariaPressed = String(button.value === value);
  // The button that was pressed has made room for its opposite: the keyboard goes along.
  if (!submitter.checkVisibility())
    submitter.parentElement.querySelector(`[name="${name}"]:not([value="${value}"])`)?.focus();
});
