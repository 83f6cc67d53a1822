// Which new things this person already has. Without the list: all.
const list = document.querySelector('meta[name="switches"]')?.content.split(" ");

export function isOn(name) {
  return !list || list.includes(name);
}
