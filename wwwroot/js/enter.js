// What was entered once, entered again: from the fields of a change that waits into a form.

/** Of all that a form sends, what somebody entered. A box without its tick is not sent at all. */
export function enteredIn(fields) {
  const sent = new Map(fields);
  const known = [...sent].map(([name, was]) => [/^Was\[(.+)\]$/.exec(name)?.[1], was]).filter(([name]) => name);
  return known.map(([name, was]) => [name, sent.get(name) ?? "false", was]).filter(([, value, was]) => value !== was);
}

/** The same without what merely looks another: a phone number is shown in groups and known without. */
export function changedIn(fields) {
  return enteredIn(fields).filter(([, value, was]) => bare(value) !== bare(was));
}

const bare = (text) => text.replace(/\s/g, "");

/** What somebody entered, as they read it themselves: what the form calls the field, and what stands in it. */
export function readable(fields, wordsOf) {
  const was = new Map(fields);
  const entered = fields.filter(([name, value]) => value && value !== was.get(`Was[${name}]`));
  return entered.map(([name, value]) => wordsOf(name, value)).filter(([label]) => label);
}

/** Whether it still says what was sent: people go on typing while it is under way. */
export function holds(form, fields) {
  const sent = new Map(fields);
  return [...new FormData(form)].every(([name, value]) => name.startsWith("__") || sent.get(name) === value);
}

export function enter(form, fields) {
  for (const [name, value] of fields) put(form, name, value);
}

function put(form, name, value) {
  const control = form.elements.namedItem(name);
  if (!control) return;
  if (control.type === "checkbox") control.checked = control.value === value;
  else control.value = value;
  control.dispatchEvent?.(new Event("input", { bubbles: true }));
}

/** Saved once more, it must not be taken for a quarrel with what is sent already. */
export function know(form, fields) {
  for (const [name, value] of fields) {
    const was = form.elements?.namedItem(`Was[${name}]`);
    if (was) was.value = value;
  }
}
