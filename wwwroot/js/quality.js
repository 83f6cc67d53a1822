// How good is the line? The middle of the last round trips, and how many were lost. Good again only when clearly so.
const kept = 8;
const [slow, quick] = [1000, 700];

export class Quality {
  #trips = [];
  #isPoor = false;

  answered(ms) {
    this.#note(ms);
  }

  lost() {
    this.#note(Number.POSITIVE_INFINITY);
  }

  get latency() {
    const answered = this.#trips.filter(Number.isFinite).sort((a, b) => a - b);
    return answered.length ? answered[Math.floor((answered.length - 1) / 2)] : null;
  }

  // Two lost in a row: nothing comes through any more.
  get isDead() {
    return this.#trips.length > 1 && this.#trips.slice(-2).every((ms) => ms === Number.POSITIVE_INFINITY);
  }

  get isPoor() {
    return this.#isPoor;
  }

  #note(ms) {
    this.#trips = [...this.#trips, ms].slice(-kept);
    const losses = this.#trips.filter((trip) => !Number.isFinite(trip)).length;
    const isLost = !Number.isFinite(ms);
    this.#isPoor = this.#isPoor ? losses > 0 || this.latency > quick : isLost || this.latency > slow;
  }
}
