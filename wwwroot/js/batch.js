// What was measured since it was last reported, minute by minute: bounded, for a line may be away for hours.
const minute = 60_000;
const most = { minutes: 360, values: 200, events: 60, kept: 600, sentMinutes: 30, sentValues: 2000, sentEvents: 100 };
const hours = 6 * 60 * minute;

export class Batch {
  #now;
  #newId;
  #open;
  #minutes = [];
  #events = [];
  #sending;

  constructor(newId, now = Date.now) {
    this.#now = now;
    this.#newId = newId;
    this.#begin();
  }

  get isEmpty() {
    return !this.#sending && !this.#events.length && ![this.#open, ...this.#minutes].some(saysMuch);
  }

  /** What is under way may have arrived already: under the same name it is not looked at again. */
  get isSending() {
    return Boolean(this.#sending);
  }

  // Milliseconds, or what else is measured.
  value(name, value, label = "") {
    if (!Number.isFinite(value)) return;
    const { values } = this.#figure(name, label, { values: [] });
    if (values.length < most.values) values.push(Math.round(10 * Math.max(0, value)) / 10);
  }

  // Added up within the minute.
  sum(name, value, label = "") {
    const { values } = this.#figure(name, label, { values: [0] });
    values[0] += value;
  }

  count(name, label = "") {
    this.#figure(name, label, { count: 0 }).count++;
  }

  event(kind, detail = "", ms = null) {
    if (this.#open.events++ >= most.events) return;
    this.#events.push({ at: this.#now(), kind, detail: detail.slice(0, 100), ms });
    if (this.#events.length > most.kept) this.#events.shift();
  }

  // What is to be sent next; the same until it is known to have arrived, so that it counts once.
  take() {
    this.#roll();
    this.#sending ??= {
      id: this.#newId(),
      minutes: this.#minutes.splice(0, this.#fitting()),
      events: this.#events.splice(0, most.sentEvents),
    };
    const { id, minutes, events } = this.#sending;
    return {
      id,
      minutes: minutes
        .filter(this.#isFresh)
        .map((one) => ({ age: this.#age(one), figures: [...one.figures.values()] })),
      events: events
        .filter(this.#isFresh)
        .map(({ kind, detail, ms, ...one }) => ({ age: this.#age(one), kind, detail, ms })),
    };
  }

  // All of it, for the next page of this tab: a browser may drop what a page sends while it is being left.
  handOver() {
    this.#roll();
    const all = { sending: this.#sending, minutes: this.#minutes, events: this.#events };
    [this.#sending, this.#minutes, this.#events] = [undefined, [], []];
    return JSON.stringify(all, (_, value) => (value instanceof Map ? [...value] : value));
  }

  takeOver(all) {
    const { sending, minutes, events } = JSON.parse(all, (key, value) => (key === "figures" ? new Map(value) : value));
    this.#sending = sending;
    this.#minutes.unshift(...minutes);
    this.#events.unshift(...events);
  }

  arrived() {
    this.#sending = undefined;
    return this.#minutes.length > 0 || this.#events.length > 0;
  }

  // A browser sends no more than 64 KB when its page is closed.
  #fitting() {
    let values = 0;
    const tooMany = this.#minutes.findIndex((one) => {
      for (const figure of one.figures.values()) values += figure.values?.length ?? 0;
      return values > most.sentValues;
    });
    return Math.min(most.sentMinutes, tooMany < 0 ? this.#minutes.length : Math.max(1, tooMany));
  }

  #isFresh = (one) => this.#age(one) < hours;

  // Somebody may set the clock back.
  #age({ at }) {
    return Math.max(0, this.#now() - at);
  }

  #figure(name, label, fresh) {
    if (this.#now() - this.#open.at >= minute) this.#roll();
    const key = `${name} ${label}`;
    const { figures } = this.#open;
    if (!figures.has(key)) figures.set(key, { name, label, ...fresh });
    return figures.get(key);
  }

  #roll() {
    if (this.#open.figures.size) this.#minutes.push(this.#open);
    if (this.#minutes.length > most.minutes) this.#minutes.shift();
    this.#begin();
  }

  #begin() {
    const at = this.#now();
    const events = this.#open && at - this.#open.eventsSince < minute ? this.#open.events : 0;
    this.#open = { at, figures: new Map(), events, eventsSince: events ? this.#open.eventsSince : at };
  }
}

// The time that passes is no reason to speak.
function saysMuch({ figures }) {
  return [...figures.values()].some(({ name }) => name !== "sync.state");
}
