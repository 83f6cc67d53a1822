import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { page, pauses, timers, until } from "./browser.mjs";

page({ person: "bea", antiforgery: "token" });
Object.assign(globalThis, {
  location: new URL("http://office.test/team/new"),
  FormData: class {
    constructor(form) {
      // biome-ignore lint/correctness/noConstructorReturn: what a form holds is all that is asked of it
      return Object.entries(form.holds);
    }
  },
});
globalThis.document.querySelectorAll = () => [];
globalThis.document.getElementById = () => null;
const { isNeverRepeated, isUnsure, settle } = await import("../../wwwroot/js/uncertain.js");

let answers;
let asked;
globalThis.fetch = async (address, options) => {
  asked.push({ address, ...options });
  const answer = answers.shift();
  if (!answer) throw new TypeError("Failed to fetch");
  const response = new Response(null, answer);
  return Object.defineProperties(response, { redirected: { value: false }, url: { value: "" } });
};

beforeEach(() => {
  asked = [];
});

const lost = { status: 503, headers: { "X-Trouble": "unknown-outcome" } };
const ctxOf = (action, form) => ({
  key: "its key",
  request: { method: "POST", action, body: new URLSearchParams({ Name: "Bo" }) },
  sourceElement: form,
});

// The clock that was set comes to its end, one after the other, until somebody draws the answer or nothing is left.
async function wait(isDone) {
  let at = timers.length - 1;
  await until(() => {
    if (at < timers.length) timers[at++]();
    return isDone();
  });
}

test("It is sent again under its key until it is known what became of it, and then drawn", async () => {
  answers = [lost, undefined, { status: 504 }, { status: 200 }];
  let drawn = 0;
  const form = { matches: () => true, holds: { Name: "Bo" } };
  assert.ok(settle(ctxOf("/team/new", form), () => drawn++));
  await wait(() => drawn);
  assert.equal(drawn, 1);
  assert.equal(asked.length, 4);
  assert.ok(asked.every(({ headers, body }) => headers["Idempotency-Key"] === "its key" && `${body}` === "Name=Bo"));
});

test("A fault that names its cause is an answer, one without may be a proxy's", async () => {
  answers = [{ status: 502 }, { status: 500 }, { status: 500, headers: { "X-Trouble": "fault" } }, { status: 200 }];
  let drawn = 0;
  settle(ctxOf("/team/new", { matches: () => true, holds: { Name: "Bo" } }), () => drawn++);
  await wait(() => drawn);
  assert.deepEqual([drawn, asked.length], [1, 3]);
});

test("It is not asked again before the server wants it", async () => {
  answers = [{ status: 503, headers: { "Retry-After": "20" } }, { status: 200 }];
  let drawn = 0;
  const before = pauses.length;
  settle(ctxOf("/team/new", { matches: () => true, holds: { Name: "Bo" } }), () => drawn++);
  await wait(() => drawn);
  assert.ok(pauses.slice(before).some((ms) => ms >= 20_000 && ms <= 25_000));
});

test("A refusal is an answer, too", async () => {
  answers = [{ status: 409 }, { status: 200 }];
  let drawn = 0;
  settle(ctxOf("/team/new", { matches: () => true, holds: { Name: "Bo" } }), () => drawn++);
  await wait(() => drawn);
  assert.deepEqual([drawn, asked.length], [1, 1]);
});

test("What the office does not answer from memory is never sent again by itself", () => {
  for (const path of ["/account/password", "/account/sign-in", "/account/sessions?handler=Everywhere", "/team/import"])
    assert.equal(settle(ctxOf(path, {})), false, path);
  assert.deepEqual(asked, []);
});

test("What found no line from the first has not been saved", () => {
  const ctx = { request: { method: "POST" } };
  assert.ok(!isUnsure({ ...ctx, wasOnline: false }, "line"));
  assert.ok(isUnsure({ ...ctx, wasOnline: true }, "line"));
  assert.ok(isUnsure({ ...ctx, wasOnline: false }, "time-out"));
  assert.ok(isUnsure(ctx, "unknown-outcome"));
  for (const cause of ["validation", "conflict", "database", "fault"]) assert.ok(!isUnsure(ctx, cause), cause);
  assert.ok(!isUnsure({ request: { method: "GET" }, wasOnline: true }, "line"));
});

test("What is done as often as it is sent is not repeated", () => {
  for (const path of ["/account/password", "/account/reset?id=1", "/team/import"])
    assert.ok(isNeverRepeated(ctxOf(path)));
  assert.ok(isNeverRepeated({ ...ctxOf("/team/new"), key: undefined }));
  assert.ok(!isNeverRepeated(ctxOf("/team/new")));
  assert.ok(!isNeverRepeated(ctxOf("/team/import/7?handler=Save")));
});
