// One line to the hub. It is never given up: when it breaks it is laid again, with growing pauses.
import { pause } from "./backoff.js";
import { sayState } from "./request.js";

const polite = 5000;

export class Line {
  #hub;
  #failures = 0;
  #brokenAt = performance.now();
  #wake = () => {};
  #keeping = false;
  #ended = false;
  #opened;

  // What the pill says instead of "offline" while the fragments are polled.
  instead;

  constructor({ opened, changed }) {
    this.#opened = opened;
    this.#hub = new window.signalR.HubConnectionBuilder()
      .withUrl("/live", { skipNegotiation: true, transport: window.signalR.HttpTransportType.WebSockets })
      .configureLogging(window.signalR.LogLevel.None)
      .build();
    this.#hub.on("changed", changed);
    this.#hub.on("goodbye", ({ reason }) => this.#goodbye(reason));
    this.#hub.onclose(() => this.#broke());
  }

  get isOpen() {
    return this.#hub.state === "Connected";
  }

  get cannot() {
    return this.#failures >= 3;
  }

  watch(topics, since) {
    return this.#hub.invoke("Watch", topics, since);
  }

  async keep() {
    if (this.#keeping) return;
    this.#keeping = true;
    while (!this.#ended && !this.isOpen) await this.#try();
    this.#keeping = false;
  }

  // The network is back, or somebody looks: no more waiting. A sleeping laptop's socket may be dead and not know.
  async nudge() {
    this.#wake();
    if (!this.isOpen) return this.#ended ? this.#resume() : undefined;
    const late = new Promise((_, fail) => setTimeout(fail, 4000));
    await Promise.race([this.#opened(), late]).catch(() => this.#hub.stop());
  }

  async #try() {
    try {
      await this.#hub.start();
      await this.#opened();
      this.#failures = 0;
      sayState("live");
    } catch {
      this.#failures++;
      await this.#hub.stop();
      this.#say();
      await new Promise((wake) => {
        this.#wake = wake;
        setTimeout(wake, pause(this.#failures));
      });
    }
  }

  #resume() {
    this.#ended = false;
    return this.keep();
  }

  #goodbye(reason) {
    if (reason !== "signed-out") return;
    this.#ended = true;
    sayState("signed-out");
  }

  #broke() {
    if (this.#ended) return;
    this.#brokenAt = performance.now();
    this.#say();
    setTimeout(() => this.isOpen || this.#say(), polite + 50);
    this.keep();
  }

  #say() {
    if (this.#ended) return;
    const fresh = performance.now() - this.#brokenAt < polite;
    sayState(fresh ? "reconnecting" : (this.instead ?? "offline"));
  }
}
