// The tab that holds the line, for all tabs of this person.
import { Clock } from "./clock.js";
import { tell } from "./events.js";
import { Quality } from "./quality.js";
import { Line, within } from "./socket.js";
import { stateOf } from "./states.js";
import { isPresence } from "./topics.js";
import { Watching } from "./watching.js";

const [beat, patience, checkPatience] = [10_000, 5000, 4000];

export class Leader {
  #say;
  #line;
  #watching = new Watching();
  #quality = new Quality();
  #clock = new Clock();
  #known = { lastChange: null, version: "" };
  #asking = Promise.resolve();
  #due;
  #timers;

  // say(kind, content) is heard by all tabs, this one as well.
  constructor(say) {
    this.#say = say;
    this.#line = new Line({
      opened: (hub) => this.#opened(hub),
      closed: () => this.#watching.broke(),
      heard: (message, content) => this.#heard(message, content),
      said: (away) => this.#said(away),
    });
    this.#timers = [
      setInterval(() => this.#pulse(), beat),
      setInterval(() => this.#report(), 1000),
      // So that what was long since seen is not asked for again after a reconnect.
      setInterval(() => this.#renew(), 300_000),
    ];
  }

  lead() {
    this.#say("who");
    this.#line.keep();
  }

  hello(page) {
    if (this.#watching.hello(page, performance.now())) this.#watchSoon();
    if (this.#line.isEnded) this.#line.nudge();
    this.#report();
  }

  bye(page) {
    this.#watching.bye(page);
  }

  check() {
    this.#report();
    this.#line.nudge();
    if (this.#line.isOpen) this.#pulse(checkPatience, true);
  }

  stop() {
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#due);
    this.#line.stop();
  }

  async #opened(hub) {
    this.#quality = new Quality();
    this.#watching.broke();
    await this.#watch((...call) => hub.invoke(...call));
    // A new line is a new one: whatever the old one may have missed is looked at again.
    if (this.#line.reconnects) this.#say("reopened");
  }

  #said(away) {
    if (away && this.#line.reconnects) tell("reconnected", { ms: Math.round(away) });
    if (away !== undefined) this.#pulse();
    this.#report();
  }

  #heard(message, content) {
    const isChange = message === "changed" && !content.topics.every(isPresence);
    if (isChange) this.#known.lastChange = Date.now();
    this.#say(message, content);
    if (isChange) this.#report();
  }

  #watchSoon() {
    clearTimeout(this.#due);
    this.#due = setTimeout(() => this.#line.isOpen && this.#watch().catch(() => {}), 20);
  }

  // One after the other: two at a time could leave the connection with the topics of the older one.
  #watch(call = (...words) => this.#line.call(...words), isRenewal = false) {
    this.#asking = this.#asking.catch(() => {}).then(() => this.#ask(call, isRenewal));
    return this.#asking;
  }

  async #ask(call, isRenewal) {
    this.#watching.forget(performance.now());
    const marks = this.#watching.uncovered();
    if (isRenewal && !marks.size && this.#known.since) marks.set(this.#known.since, []);
    for (const [since, pages] of marks) await this.#catchUp(call, since, pages);
    // Without it nothing is missed, only asked for.
    await call("Show", this.#watching.passes).catch(() => {});
  }

  async #catchUp(call, since, pages) {
    const topics = this.#watching.topics;
    try {
      const answer = await call("Watch", topics, since);
      Object.assign(this.#known, { since: answer.since, version: answer.version });
      this.#watching.covered(topics, answer.since);
      this.#say("watched", { ...answer, missed: answer.topics, pages, topics });
    } catch (error) {
      // One page's topic that may no longer be watched must not cost all the others theirs.
      const refused = /403: (\S+) cannot be watched/.exec(error?.message)?.[1];
      if (!topics.includes(refused)) throw error;
      this.#watching.refused(refused);
      await this.#catchUp(call, since, pages);
    }
  }

  #renew() {
    this.#say("who");
    if (this.#line.isOpen) this.#watch(undefined, true).catch(() => {});
  }

  async #pulse(limit = patience, isLast = false) {
    if (!this.#line.isOpen) return;
    const [quality, sent, wall] = [this.#quality, performance.now(), Date.now()];
    try {
      const { at, version } = await within(limit, this.#line.call("Ping"));
      const trip = performance.now() - sent;
      quality.answered(trip);
      this.#clock.heard(at, wall, wall + trip);
      this.#known.version = version;
    } catch {
      quality.lost();
      if (quality === this.#quality && (isLast || quality.isDead)) this.#line.drop();
      else if (quality === this.#quality) setTimeout(() => this.#pulse(), 100);
    }
    this.#report();
  }

  #report() {
    const { isOpen, polls, isEnded, brokenAt, transport, reconnects } = this.#line;
    const facts = { isOpen, polls, isEnded, brokenAt, isPoor: this.#quality.isPoor };
    this.#say("line", {
      state: stateOf(facts, performance.now()),
      transport,
      reconnects,
      latency: isOpen ? this.#quality.latency : null,
      lastChange: this.#known.lastChange,
      version: this.#known.version,
      clockOffset: this.#clock.offset,
      watched: this.#watching.topics,
    });
  }
}
