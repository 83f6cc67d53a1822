// By how much the server's clock is ahead of this one: the answer with the shortest way knows best.
const kept = 8;
const jump = 5000;

export class Clock {
  #samples = [];

  heard(server, sent, received) {
    const offset = Math.round(server + (received - sent) / 2 - received);
    // Somebody has set this computer's clock: what was known is no longer true.
    if (this.#samples.some((sample) => Math.abs(sample.offset - offset) > jump)) this.#samples = [];
    this.#samples = [...this.#samples, { offset, trip: received - sent }].slice(-kept);
  }

  get offset() {
    if (!this.#samples.length) return 0;
    return this.#samples.reduce((best, sample) => (sample.trip < best.trip ? sample : best)).offset;
  }
}
