// AES-GCM by a key that cannot be taken out of this browser. Whose it is, is sealed with it.
const name = "AES-GCM";
const words = new TextEncoder();

export async function seal(key, person, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = words.encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name, iv, additionalData: words.encode(person) }, key, plain) };
}

export async function unseal(key, person, { iv, data }) {
  const plain = await crypto.subtle.decrypt({ name, iv, additionalData: words.encode(person) }, key, data);
  return JSON.parse(new TextDecoder().decode(plain));
}
