// What happens on this page, told to whoever counts, shows or remembers it. Names and numbers only:
// never what stands in a field. The kinds are listed in docs/frontend.md.
export function tell(kind, detail = {}) {
  document.dispatchEvent(new CustomEvent("sync:event", { detail: { kind, at: Date.now(), ...detail } }));
}

export function listen(heard) {
  document.addEventListener("sync:event", ({ detail }) => heard(detail));
}
