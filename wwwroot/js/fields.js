// A field is checked when one leaves it, by the rules of the server. Typing is not disturbed.
import { token } from "./request.js";

const touched = new WeakSet();

document.addEventListener("input", ({ target }) => {
  if (target.form?.matches("[data-check]") && target.name) touched.add(target);
});

document.addEventListener("focusout", ({ target }) => {
  if (touched.delete(target)) check(target);
});

async function check(field) {
  const { form, name, value } = field;
  const body = new FormData(form);
  body.set("field", name);
  // Looking saves nothing: the key is kept for what will.
  body.delete("__Key");
  for (const [key, entry] of [...body]) if (entry instanceof File) body.delete(key);
  const headers = { RequestVerificationToken: token(), "HX-Request": "true" };
  const question = { method: "POST", body: new URLSearchParams(body), headers };
  const answer = await fetch(form.dataset.check, question).catch(() => null);
  // What has been typed since is checked when it is left in its turn.
  if (!answer?.ok || answer.redirected || field.value !== value) return;
  const { error = null, warning = null } = answer.status === 204 ? {} : await answer.json();
  say(form, field, error, warning);
}

/** What the office finds wrong with what stands there, field by field; nothing is saved by that. */
export async function checkAll(form) {
  if (!form.dataset.check) return;
  const typed = [...form.elements].filter(({ name, type }) => name && !["hidden", "submit", "file"].includes(type));
  await Promise.all(typed.map(check));
  point();
}

function say(form, field, error, warning) {
  const slot = (kind) => form.querySelector(`[data-${kind}-for="${CSS.escape(field.name)}"]`);
  const message = slot("error");
  if (message) message.textContent = error ?? "";
  const hint = slot("warn");
  if (hint) hint.innerHTML = warning ?? "";
  if (error) field.ariaInvalid = "true";
  else field.removeAttribute("aria-invalid");
}

// The keyboard goes on where something is wrong.
function point() {
  const wrong = document.querySelector("dialog[open] [aria-invalid=true], main [aria-invalid=true]");
  (wrong ?? document.querySelector("form:has(.summary-errors) [autofocus]"))?.focus();
}

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => ctx.response?.status === 422 && point());
point();
