// Relative under a day, exact in the title, always in the viewer's own zone.
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long" });
const short = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const [minute, hour, day] = [60, 3600, 86_400];

export function inWords(then, now = Date.now()) {
  const seconds = Math.round((then - now) / 1000);
  const away = Math.abs(seconds);
  if (away >= day) return short.format(then);
  if (away < 10) return "just now";
  if (away < minute) return relative.format(seconds, "second");
  if (away < hour) return relative.format(Math.trunc(seconds / minute), "minute");
  return relative.format(Math.trunc(seconds / hour), "hour");
}

function draw() {
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const then = new Date(time.dateTime);
    if (Number.isNaN(then.getTime())) continue;
    const words = inWords(then);
    if (time.textContent !== words) time.textContent = words;
    time.title ||= exact.format(then);
  }
}

if (globalThis.document) {
  document.addEventListener("htmx:after:swap", draw);
  setInterval(draw, 30_000);
  draw();
}
