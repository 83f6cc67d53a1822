// Is this page older than the program? While nodes are exchanged one by one both are heard: it is said once the
// page's own version has been silent for a while, and then it stays said.
const silence = 20_000;
const rolledBack = 600_000;

export class Versions {
  #own;
  #ownAt;
  #newer = false;
  #older = false;
  #isOutdated = false;

  constructor(own, now) {
    this.#own = own;
    this.#ownAt = now;
  }

  hear(version, now) {
    if (!version || !this.#own) return;
    const [[when, what], [ownWhen, ownWhat]] = [version.split("-"), this.#own.split("-")];
    if (what === ownWhat) this.#ownAt = now;
    else if (when > ownWhen) this.#newer = true;
    else this.#older = true;
  }

  isOutdated(now) {
    const silent = now - this.#ownAt;
    this.#isOutdated ||= (this.#newer && silent >= silence) || (this.#older && silent >= rolledBack);
    return this.#isOutdated;
  }
}
