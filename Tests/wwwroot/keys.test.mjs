import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { page } from "./browser.mjs";

const document = page({});
const { holdKey, repeatUnder } = await import("../../wwwroot/js/keys.js");

const fire = (name, ctx) => document.dispatchEvent(new CustomEvent(name, { detail: { ctx } }));

function submit(fields, isTyped = true) {
  const form = { matches: () => isTyped };
  const ctx = { request: { method: "POST", action: "/team/1/contact", body: fields, headers: {}, form } };
  fire("htmx:config:request", ctx);
  assert.equal(ctx.request.headers["Idempotency-Key"], ctx.key);
  return ctx;
}

const answer = (ctx, status) => fire("htmx:after:request", Object.assign(ctx, { response: { status } }));
const phone = [["Phone", "1"]];

mock.timers.enable({ apis: ["Date"] });
beforeEach(() => answer(submit(phone), 200));

test("Pressed twice it is one submission, whatever is drawn anew into the form", () => {
  const first = submit([...phone, ["__Key", "a"], ["__RequestVerificationToken", "a"]]);
  const second = submit([...phone, ["__Key", "b"], ["__RequestVerificationToken", "b"]]);
  assert.ok(first.key);
  assert.equal(second.key, first.key);
});

test("What says something else, or is sent where nothing is changed, is another thing", () => {
  assert.notEqual(submit([["Phone", "2"]]).key, submit(phone).key);
  const ctx = { request: { method: "GET", action: "/team", headers: {} } };
  fire("htmx:config:request", ctx);
  assert.deepEqual(ctx.request.headers, {});
});

test("An answer ends it, also a refusal", () => {
  for (const status of [200, 204, 403, 409, 422]) {
    const first = submit(phone);
    answer(first, status);
    assert.notEqual(submit(phone).key, first.key, `${status}`);
    answer(submit(phone), 200);
  }
});

test("No answer, one that the server could not give, and a session that ended: the same again", () => {
  const first = submit(phone);
  for (const status of [500, 503, 401]) {
    answer(submit(phone), status);
    assert.equal(submit(phone).key, first.key, `${status}`);
  }
});

test("Who was stopped before anybody looked at the key may still ask under it", () => {
  for (const status of [400, 408, 429]) {
    const first = submit(phone);
    answer(first, 503);
    answer(submit(phone), status);
    assert.equal(submit(phone).key, first.key, `${status}`);
    answer(submit(phone), 200);
  }
});

test("A button whose outcome is not known is the same decision however much later", () => {
  const button = [["ids", "1"]];
  const first = submit(button, false);
  holdKey(first);
  mock.timers.tick(600_000);
  assert.equal(submit(button, false).key, first.key);
  answer(submit(button, false), 200);
  assert.notEqual(submit(button, false).key, first.key);
});

test("What was typed waits however long; the same button much later is another decision", () => {
  const [typed, pressed] = [submit(phone), submit([["ids", "1"]], false)];
  mock.timers.tick(121_000);
  assert.equal(submit(phone).key, typed.key);
  assert.notEqual(submit([["ids", "1"]], false).key, pressed.key);
});

test("What is sent once more by whoever knows it goes under its key, however late, and only that", () => {
  const button = [["ids", "1"]];
  const pressed = submit(button, false);
  mock.timers.tick(600_000);
  repeatUnder(pressed);
  const again = submit(button, false);
  assert.deepEqual([again.key, again.isRepeat], [pressed.key, true]);
  repeatUnder(pressed);
  assert.notEqual(submit([["ids", "2"]], false).key, pressed.key);
  assert.ok(!submit(button, false).isRepeat);
});
