// From the best way of being told down to the last. A step is only taken when the server is there and this way is not:
// over a line that is down, the others would fail as well.
export const rungs = ["WebSockets", "ServerSentEvents", "LongPolling"];
const tries = 2;

export class Ladder {
  #at = 0;
  #failed = 0;

  get rung() {
    return rungs[this.#at];
  }

  get isTop() {
    return this.#at === 0;
  }

  opened(rung) {
    this.#at = rungs.indexOf(rung);
    this.#failed = 0;
  }

  // Is it time to ask whether anybody is there at all?
  get doubts() {
    return this.#at > 0 || this.#failed + 1 >= tries;
  }

  // Says what to do next: "again" on this rung, "next" at once on the one below, or "poll" and begin at the top.
  failed(isThere) {
    this.#failed++;
    if (!isThere) {
      this.#at = 0;
      return "again";
    }
    if (this.#at === 0 && this.#failed < tries) return "again";
    this.#failed = 0;
    this.#at = (this.#at + 1) % rungs.length;
    return this.#at === 0 ? "poll" : "next";
  }
}
