import assert from "node:assert/strict";
import { test } from "node:test";
import { Batch } from "../../wwwroot/js/batch.js";

const minute = 60_000;

function office() {
  const clock = { now: 1_000_000 };
  let ids = 0;
  return {
    clock,
    batch: new Batch(
      () => `report-${++ids}`,
      () => clock.now,
    ),
  };
}

test("What was measured is told with its age, not its time", () => {
  const { clock, batch } = office();
  batch.value("sync.confirmed", 120);
  batch.value("sync.confirmed", 80);
  batch.count("sync.failed", "line");
  batch.count("sync.failed", "line");
  batch.event("failed", "line Archive a person");
  clock.now += 5000;
  assert.deepEqual(batch.take(), {
    id: "report-1",
    minutes: [
      {
        age: 5000,
        figures: [
          { name: "sync.confirmed", label: "", values: [120, 80] },
          { name: "sync.failed", label: "line", count: 2 },
        ],
      },
    ],
    events: [{ age: 5000, kind: "failed", detail: "line Archive a person", ms: null }],
  });
});

test("Until it has arrived the same is told again, under the same name", () => {
  const { clock, batch } = office();
  batch.count("sync.retry");
  const first = batch.take();
  clock.now += minute;
  batch.count("sync.refresh");
  const again = batch.take();
  assert.equal(again.id, first.id);
  assert.equal(again.minutes[0].age, minute);
  assert.deepEqual(
    again.minutes.flatMap((one) => one.figures),
    first.minutes.flatMap((one) => one.figures),
  );
  assert.equal(batch.arrived(), true);
  const next = batch.take();
  assert.notEqual(next.id, first.id);
  assert.equal(next.minutes[0].figures[0].name, "sync.refresh");
  assert.equal(batch.arrived(), false);
});

test("Nothing is lost over an hour without a line, and every part fits into a report", () => {
  const { clock, batch } = office();
  for (let i = 0; i < 90; i++) {
    batch.count("sync.retry");
    clock.now += minute;
  }
  let told = 0;
  do {
    const { minutes } = batch.take();
    assert.ok(minutes.length <= 60);
    told += minutes.reduce((sum, one) => sum + one.figures[0].count, 0);
  } while (batch.arrived());
  assert.equal(told, 90);
});

test("It never grows without bounds", () => {
  const { clock, batch } = office();
  for (let i = 0; i < 24 * 60; i++) {
    for (let j = 0; j < 300; j++) batch.value("sync.seen", 100_000 + j / 7);
    for (let j = 0; j < 100; j++) batch.event("retry", "x".repeat(500));
    clock.now += minute;
  }
  let minutes = 0;
  let events = 0;
  do {
    const part = batch.take();
    assert.ok(JSON.stringify(part).length < 64 * 1024, "a report fits into a beacon");
    assert.ok(part.minutes.every(({ age }) => age < 6 * 60 * minute));
    assert.ok(part.events.every(({ detail }) => detail.length <= 100));
    minutes += part.minutes.length;
    events += part.events.length;
  } while (batch.arrived());
  assert.ok(minutes <= 360);
  assert.ok(events <= 600);
});

test("Sixty events a minute are told, the rest is not", () => {
  const { clock, batch } = office();
  for (let i = 0; i < 100; i++) batch.event("retry");
  assert.equal(batch.take().events.length, 60);
  batch.arrived();
  batch.event("retry");
  assert.equal(batch.take().events.length, 0);
  batch.arrived();
  clock.now += minute;
  batch.count("sync.retry");
  batch.event("retry");
  assert.equal(batch.take().events.length, 1);
});

test("Time in a state is one value a minute, and no reason to speak", () => {
  const { batch } = office();
  batch.sum("sync.state", 12, "live");
  batch.sum("sync.state", 30, "live");
  assert.equal(batch.isEmpty, true);
  assert.deepEqual(batch.take().minutes[0].figures, [{ name: "sync.state", label: "live", values: [42] }]);
});

test("Nonsense and a clock set back do no harm", () => {
  const { clock, batch } = office();
  batch.value("sync.seen", Number.NaN);
  batch.value("sync.seen", -40);
  clock.now -= 3_600_000;
  assert.deepEqual(batch.take().minutes, [{ age: 0, figures: [{ name: "sync.seen", label: "", values: [0] }] }]);
});

test("What a page was sending when it was left is sent by the next, under the same name, and then the rest", () => {
  const { clock, batch } = office();
  batch.value("sync.confirmed", 95);
  batch.event("refresh");
  const sent = batch.take();
  batch.count("sync.retry");
  const next = new Batch(
    () => "another",
    () => clock.now,
  );
  next.takeOver(batch.handOver());
  assert.ok(batch.isEmpty);
  assert.deepEqual(next.take(), sent);
  assert.equal(next.arrived(), true);
  assert.equal(next.take().id, "another");
  assert.equal(next.take().minutes[0].figures[0].name, "sync.retry");
});

test("In memory there is a bound, too: of one minute's values, and of the minutes", () => {
  const { clock, batch } = office();
  for (let i = 0; i < 300; i++) batch.value("sync.seen", i);
  assert.equal(batch.take().minutes[0].figures[0].values.length, 200);
  batch.arrived();
  for (let i = 0; i < 400; i++) {
    batch.count("sync.retry");
    clock.now += minute;
  }
  assert.equal(JSON.parse(batch.handOver()).minutes.length, 360);
});
