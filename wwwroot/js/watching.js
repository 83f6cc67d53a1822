// What the pages of one person watch together, over one line. Each page has a mark up to which it knows everything.
const mostTopics = 200;
const mostPasses = 40;
const forgottenAfter = 300_000;

export class Watching {
  #pages = new Map();
  #refused = new Set();

  // True when the line has to be told.
  hello({ page, topics, passes, since }, now) {
    const known = this.#pages.get(page);
    this.#pages.delete(page);
    this.#pages.set(page, { topics, passes, since: known?.covered ? known.since : since, covered: false, at: now });
    const isNew = !known?.covered || topics.some((topic) => !known.topics.includes(topic));
    if (!isNew) this.#pages.get(page).covered = true;
    return isNew || String(passes) !== String(known.passes);
  }

  bye(page) {
    this.#pages.delete(page);
  }

  // A page that crashed says no goodbye.
  forget(now) {
    for (const [page, { at }] of this.#pages) if (now - at > forgottenAfter) this.#pages.delete(page);
  }

  // The pages that spoke last come first, for there is room for so many.
  get topics() {
    const all = [...this.#pages.values()].reverse().flatMap(({ topics }) => topics);
    return [...new Set(all)]
      .filter((topic) => !this.#refused.has(topic))
      .slice(0, mostTopics)
      .sort();
  }

  get passes() {
    const all = [...this.#pages.values()].reverse().flatMap(({ passes }) => passes);
    return [...new Set(all)].slice(0, mostPasses);
  }

  // The marks from which the line must be asked, each with the pages that wait for the answer.
  uncovered() {
    const marks = new Map();
    for (const [page, { since, covered }] of this.#pages) {
      if (!covered) marks.set(since, [...(marks.get(since) ?? []), page]);
    }
    // Many pages at once, as after a restart of the browser: one question, and all look again.
    return marks.size > 3 ? new Map([["", [...marks.values()].flat()]]) : marks;
  }

  covered(topics, since) {
    for (const page of this.#pages.values()) {
      if (!page.topics.every((topic) => topics.includes(topic) || this.#refused.has(topic))) continue;
      page.covered = true;
      page.since = since;
    }
  }

  refused(topic) {
    this.#refused.add(topic);
  }

  // The line broke: from now on nobody is told.
  broke() {
    this.#refused.clear();
    for (const page of this.#pages.values()) page.covered = false;
  }
}
