import { newId } from "./ids.js";

// Every request of ours carries a name. Its echo is ignored by what it has itself drawn.
const requests = new Map();
const keptFor = 120_000;

export function isOwn(origin) {
  return requests.has(origin);
}

// True when the request of that name has drawn this element: its echo tells nothing new.
export async function hasDrawn(origin, element) {
  const request = requests.get(origin);
  if (!request) return false;
  // The notice can be quicker than the answer it is the echo of.
  await request.finished;
  return request.tasks.some(({ target }) => target?.contains?.(element));
}

/** A change sent without htmx draws nothing: its echo is looked at as our own. */
export function remember(id) {
  requests.set(id, { tasks: [] });
  setTimeout(() => requests.delete(id), keptFor);
}

// Another node may answer what this one told of: it is named, so that the other catches up before it answers.
let teller = "";

export function heardFrom(node) {
  teller = node ?? "";
}

export function token() {
  return document.querySelector('meta[name="antiforgery"]')?.content ?? "";
}

export function isSignIn(response) {
  return response.status === 401 || (response.redirected && new URL(response.url).pathname === "/account/sign-in");
}

document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const { headers, method } = ctx.request;
  headers["X-Request-Id"] = ctx.requestId = newId();
  if (teller) headers["X-Live-Node"] = teller;
  if (method === "GET") return;
  headers.RequestVerificationToken = token();
  const request = { tasks: [] };
  request.finished = new Promise((finish) => {
    request.finish = finish;
  });
  requests.set(ctx.requestId, request);
  setTimeout(() => requests.delete(ctx.requestId), keptFor);
});

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  // A sign-in page must never be drawn into a fragment.
  if (ctx.response && isSignIn(ctx.response.raw)) event.preventDefault();
  else requests.get(ctx.requestId)?.tasks.push(...tasks.filter((task) => task.swapSpec.style !== "none"));
});

document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
  const word = isSignIn(ctx.response.raw) ? "live:refused" : "live:answered";
  document.dispatchEvent(new CustomEvent(word));
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => requests.get(ctx.requestId)?.finish());
