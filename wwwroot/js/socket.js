// One line to the hub, by the best transport that can be had. It is never given up: when it breaks it is laid again,
// with growing pauses; when it is not the best one, a better one is tried from time to time.
import { pause } from "./backoff.js";
import { Ladder, rungs } from "./ladder.js";

const patience = 8000;
const [soonest, latest] = [30_000, 300_000];

export class Line {
  isOpen = false;
  isEnded = false;
  // The server answers, but no line can be had: the fragments are asked for by the clock.
  polls = false;
  brokenAt = performance.now();
  reconnects = 0;
  #hub;
  #ladder = new Ladder();
  #on;
  #failures = 0;
  #wake = () => {};
  #keeping = false;
  #stopped = false;
  #isFull = false;
  #climb = { pause: soonest };

  // on: { opened(hub), closed(), heard(message, content), said() }
  constructor(on) {
    this.#on = on;
  }

  get transport() {
    if (this.isOpen) return this.#ladder.rung;
    return this.polls ? "Polling" : "";
  }

  call(name, ...content) {
    return this.#hub ? this.#hub.invoke(name, ...content) : Promise.reject(new Error("closed"));
  }

  async keep() {
    if (this.#keeping) return;
    this.#keeping = true;
    while (!this.#stopped && !this.isEnded && !this.isOpen) await this.#try();
    this.#keeping = false;
  }

  // The network is back, or somebody looks: no more waiting.
  async nudge() {
    this.#wake();
    if (this.isOpen) return this.#ladder.isTop || this.#up();
    if (this.isEnded) this.isEnded = (await whoIsThere()) !== "somebody";
    this.keep();
  }

  // It is open and nothing comes through.
  drop() {
    const dead = this.#hub;
    this.#hub = undefined;
    // It would wait for a farewell that cannot come.
    dead?.stop();
    this.#broke();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#climb.timer);
    this.#wake();
    this.#hub?.stop();
  }

  async #try() {
    const rung = this.#ladder.rung;
    this.#isFull = false;
    try {
      await this.#open(rung);
    } catch (error) {
      this.#failures++;
      if (this.#isFull) await this.#waitForRoom();
      else if ((await this.#next(error)) !== "next") await this.#wait();
    }
  }

  async #open(rung) {
    const hub = this.#make(rung);
    try {
      await within(patience, hub.start());
      await within(patience, this.#on.opened(hub));
    } catch (error) {
      hub.stop();
      throw error;
    }
    const old = this.#hub;
    this.#hub = hub;
    old?.stop();
    this.#took(rung);
  }

  #took(rung) {
    const away = this.isOpen ? 0 : performance.now() - this.brokenAt;
    Object.assign(this, { isOpen: true, isEnded: false, polls: false });
    this.#failures = 0;
    this.#ladder.opened(rung);
    if (this.#ladder.isTop) this.#climb.pause = soonest;
    else this.#climbLater();
    this.#on.said(away);
  }

  async #next(error) {
    if (error?.statusCode === 401) return this.#end();
    const there = this.#ladder.doubts || this.polls ? await whoIsThere() : "nobody";
    if (there === "stranger") return this.#end();
    const next = this.#ladder.failed(there === "somebody");
    this.polls = there === "somebody" && (this.polls || next === "poll");
    this.#on.said();
    return next;
  }

  #wait(ms = pause(this.#failures)) {
    return new Promise((wake) => {
      this.#wake = wake;
      setTimeout(wake, ms);
    });
  }

  // This person has as many lines open as one may: every other way would be refused as well.
  #waitForRoom() {
    this.polls = true;
    this.#on.said();
    return this.#wait(soonest);
  }

  #end() {
    this.isEnded = true;
    this.polls = false;
    this.#on.said();
    return "next";
  }

  #climbLater() {
    clearTimeout(this.#climb.timer);
    this.#climb.timer = setTimeout(() => this.#up(), this.#climb.pause);
    this.#climb.pause = Math.min(latest, this.#climb.pause * 2);
  }

  async #up() {
    if (!this.isOpen || this.#stopped || this.#climb.isTrying) return;
    this.#climb.isTrying = true;
    await this.#open(rungs[0]).catch(() => this.#climbLater());
    this.#climb.isTrying = false;
  }

  #make(rung) {
    const transport = window.signalR.HttpTransportType[rung];
    // Without a negotiation a socket needs only one way, and no balancer that remembers.
    const hub = new window.signalR.HubConnectionBuilder()
      .withUrl("/live", { skipNegotiation: rung === rungs[0], transport })
      .configureLogging(window.signalR.LogLevel.None)
      .build();
    for (const message of ["changed", "fragment"]) hub.on(message, (content) => this.#on.heard(message, content));
    hub.on("goodbye", ({ reason }) => {
      this.#isFull = reason === "too-many";
      if (reason === "signed-out") this.#end();
    });
    hub.onclose(() => hub === this.#hub && this.#broke());
    return hub;
  }

  #broke() {
    if (!this.isOpen) return;
    Object.assign(this, { isOpen: false, brokenAt: performance.now() });
    clearTimeout(this.#climb.timer);
    this.reconnects++;
    this.#on.closed();
    this.#on.said();
    this.keep();
  }
}

// Also says whether this is still a signed-in person: a refused socket does not.
async function whoIsThere() {
  const ask = { method: "POST", signal: AbortSignal.timeout(4000) };
  const answer = await fetch("/live/negotiate?negotiateVersion=1", ask).catch(() => null);
  if (answer?.status === 401) return "stranger";
  return answer?.ok ? "somebody" : "nobody";
}

export function within(ms, promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error("late")), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
