// Two people changed the same: what will be saved is shown while one chooses.
document.addEventListener("input", ({ target }) => {
  const clash = target.closest("[data-conflict] [data-clash]");
  if (!clash) return;
  // Whoever types something else wants something else.
  if (target.type !== "radio") clash.querySelector('[value="edit"]').checked = true;
  else if (target.value === "edit") typed(clash).focus();
  const result = clash.closest("form").querySelector(`[data-result="${CSS.escape(clash.dataset.clash)}"]`);
  result.textContent = chosen(clash);
});

function chosen(clash) {
  const side = clash.querySelector("[type=radio]:checked").closest(".side");
  const value = side.querySelector(".value");
  if (value) return value.textContent;
  const field = typed(clash);
  return field.selectedOptions?.[0].textContent ?? field.value;
}

function typed(clash) {
  return clash.querySelector("input:not([type=radio]), select, textarea");
}
