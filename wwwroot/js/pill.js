// One word on how fresh the page is, and what to do about it.
const says = {
  live: ["good", "Live", "What others change shows at once"],
  reconnecting: ["waiting", "Reconnecting", "The connection broke a moment ago"],
  polling: ["waiting", "Every 15 seconds", "No direct connection: the page asks every 15 seconds"],
  offline: ["attention", "Offline", "What you see may be old. It is looked at again as soon as the connection is back"],
  "signed-out": ["bad", "Signed out", "Sign in to go on"],
};
const pill = document.getElementById("pill");
let now = "";

document.addEventListener("live:state", ({ detail: state }) => {
  if (!pill || state === now) return;
  now = state;
  const [tone, word, title] = says[state];
  pill.className = `pill ${tone}`;
  pill.title = title;
  pill.replaceChildren(state === "signed-out" ? signIn(word) : word);
});

function signIn(word) {
  const link = document.createElement("a");
  link.href = `/account/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`;
  link.textContent = `${word} · sign in`;
  return link;
}

// A click on the network cable is quicker than the socket's own time-out.
window.addEventListener("offline", () => document.dispatchEvent(new CustomEvent("live:state", { detail: "offline" })));
