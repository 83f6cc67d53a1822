import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock } from "../../wwwroot/js/clock.js";
import { Ladder } from "../../wwwroot/js/ladder.js";
import { Quality } from "../../wwwroot/js/quality.js";
import { onThisPage, stateOf } from "../../wwwroot/js/states.js";
import { Versions } from "../../wwwroot/js/version.js";

const facts = { isOpen: false, isPoor: false, polls: false, isEnded: false, brokenAt: 0 };

test("A break is called offline after five seconds, not before", () => {
  assert.equal(stateOf(facts, 4999), "connecting");
  assert.equal(stateOf(facts, 5000), "offline");
});

test("An open line is live, or poor; without one the fragments may still be polled", () => {
  assert.equal(stateOf({ ...facts, isOpen: true }, 9e9), "live");
  assert.equal(stateOf({ ...facts, isOpen: true, isPoor: true }, 9e9), "poor");
  assert.equal(stateOf({ ...facts, polls: true }, 9e9), "polling");
});

test("Whoever is signed out is told so, whatever the line does", () => {
  assert.equal(stateOf({ ...facts, isOpen: true, isEnded: true }, 0), "signed-out");
  assert.equal(onThisPage("live", { isBarred: true, isOutdated: true }), "signed-out");
});

test("A newer version is said over a line that works, and not instead of being offline", () => {
  assert.equal(onThisPage("poor", { isOutdated: true }), "outdated");
  assert.equal(onThisPage("offline", { isOutdated: true }), "offline");
});

test("While nobody answers it is offline, however well the line stands", () => {
  assert.equal(onThisPage("live", { silence: "connecting" }), "connecting");
  assert.equal(onThisPage("live", { silence: "offline", isOutdated: true }), "offline");
  assert.equal(onThisPage("offline", { silence: "connecting" }), "offline");
  assert.equal(onThisPage("signed-out", { silence: "offline" }), "signed-out");
});

test("The middle of the round trips counts: one slow answer makes no slow line", () => {
  const quality = new Quality();
  for (const ms of [40, 50, 5000, 45]) quality.answered(ms);
  assert.equal(quality.latency, 45);
  assert.ok(!quality.isPoor);
});

test("A lost answer makes a poor line, two in a row a dead one", () => {
  const quality = new Quality();
  quality.answered(40);
  quality.lost();
  assert.ok(quality.isPoor && !quality.isDead);
  quality.lost();
  assert.ok(quality.isDead);
});

test("A poor line is good again only when it clearly is", () => {
  const quality = new Quality();
  for (let i = 0; i < 3; i++) quality.answered(1500);
  assert.ok(quality.isPoor);
  for (let i = 0; i < 8; i++) quality.answered(900);
  assert.ok(quality.isPoor);
  for (let i = 0; i < 8; i++) quality.answered(100);
  assert.ok(!quality.isPoor);
});

test("The quickest answer knows the server's clock best", () => {
  const clock = new Clock();
  // All of its second was spent on the way there.
  clock.heard(11_000, 0, 1000);
  clock.heard(11_010, 1000, 1020);
  clock.heard(12_200, 2000, 2400);
  assert.equal(clock.offset, 10_000);
});

test("A clock that was set by a day is believed anew", () => {
  const clock = new Clock();
  clock.heard(10_005, 0, 10);
  clock.heard(10_100, 86_400_000, 86_400_100);
  assert.equal(clock.offset, 10_100 + 50 - 86_400_100);
});

test("Without a server nothing lower is tried", () => {
  const ladder = new Ladder();
  for (let i = 0; i < 9; i++) assert.equal(ladder.failed(false), "again");
  assert.equal(ladder.rung, "WebSockets");
});

test("With a server every way is tried, and at last one asks by the clock and begins at the top", () => {
  const ladder = new Ladder();
  assert.equal(ladder.failed(true), "again");
  assert.deepEqual([ladder.failed(true), ladder.rung], ["next", "ServerSentEvents"]);
  assert.deepEqual([ladder.failed(true), ladder.rung], ["next", "LongPolling"]);
  assert.deepEqual([ladder.failed(true), ladder.rung], ["poll", "WebSockets"]);
});

test("A server that went away on a lower way is looked for at the top again", () => {
  const ladder = new Ladder();
  ladder.failed(true);
  ladder.failed(true);
  assert.equal(ladder.failed(false), "again");
  assert.ok(ladder.isTop);
});

test("Equal contents are one version, whenever they were put there", () => {
  const versions = new Versions("20260101-a", 0);
  versions.hear("20260301-a", 50_000);
  assert.ok(!versions.isOutdated(60_000));
});

test("While both versions are heard nothing is said; once the own one is silent it stays said", () => {
  const versions = new Versions("20260101-a", 0);
  for (let now = 0; now < 100_000; now += 10_000) {
    versions.hear("20260102-b", now);
    versions.hear("20260101-a", now);
    assert.ok(!versions.isOutdated(now));
  }
  versions.hear("20260102-b", 120_000);
  assert.ok(versions.isOutdated(120_000));
  versions.hear("20260101-a", 121_000);
  assert.ok(versions.isOutdated(121_000));
});

test("A page of the new version does not mind an old node, unless nothing else is left", () => {
  const versions = new Versions("20260102-b", 0);
  versions.hear("20260101-a", 60_000);
  assert.ok(!versions.isOutdated(60_000));
  assert.ok(versions.isOutdated(700_000));
});
