// Whose page this is, by an id that says nothing; empty for whoever has not signed in.
export const person = globalThis.document?.querySelector('meta[name="person"]')?.content ?? "";
