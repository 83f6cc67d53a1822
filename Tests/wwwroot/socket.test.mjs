import assert from "node:assert/strict";
import { test } from "node:test";
import { page, pauses, timers, until } from "./browser.mjs";

page({});
const hubs = [];
class Hub {
  heard = {};
  withUrl = () => this;
  configureLogging = () => this;
  build = () => this;
  on = (message, hear) => {
    this.heard[message] = hear;
  };
  onclose = () => {};
  start = async () => hubs.push(this);
  stop = () => {};
}
window.signalR = { HttpTransportType: {}, LogLevel: {}, HubConnectionBuilder: Hub };
const { Line } = await import("../../wwwroot/js/socket.js");

test("Who has as many lines open as one may asks by the clock, tries no other way, and comes later", async () => {
  let isFull = true;
  const line = new Line({
    async opened(hub) {
      if (!isFull) return;
      hub.heard.goodbye({ reason: "too-many" });
      throw new Error("closed");
    },
    closed() {},
    heard() {},
    said() {},
  });
  line.keep();
  await until(() => pauses.includes(30_000));
  assert.deepEqual([line.polls, line.isOpen, line.isEnded, hubs.length], [true, false, false, 1]);

  isFull = false;
  timers[pauses.indexOf(30_000)]();
  await until(() => line.isOpen);
  assert.deepEqual([line.polls, line.isOpen, line.transport, hubs.length], [false, true, "WebSockets", 2]);
  line.stop();
});
