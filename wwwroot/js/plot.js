// How a chart looks and what it says: its colours are the page's, and each line has a dash of its own.
import { make } from "./make.js";

const svg = "http://www.w3.org/2000/svg";
const inks = ["--accent", "--text", "--waiting", "--good", "--bad"];
const dashes = [[], [6, 4], [2, 3], [10, 3, 2, 3], [1, 5]];
const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

// Tokens are written with light-dark(): only an element that wears one knows what it is now.
export function colours(beside) {
  const probe = make("span", { hidden: true });
  beside.append(probe);
  const [muted, line, ...own] = ["--muted", "--line", ...inks].map((token) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  });
  const font = getComputedStyle(beside).fontFamily;
  probe.remove();
  return { muted, line, inks: own, font: `12px ${font}` };
}

export function inUnit(value, unit) {
  if (value === null || value === undefined) return "–";
  if (unit === "ms" && value >= 1000) return `${number(value / 1000)} s`;
  return unit ? `${number(value)} ${unit}` : number(value);
}

export function chartOptions({ unit, lines }, width, { muted, line, inks, font }, pointed) {
  const axis = { stroke: muted, font, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 4 } };
  return {
    width: width - 16,
    height: 250,
    legend: { show: false },
    cursor: { drag: { x: true, y: false, setScale: true }, points: { size: 7 }, y: false },
    hooks: { setCursor: [({ cursor }) => pointed(cursor.idx ?? null)], setScale: [() => pointed(null)] },
    scales: { y: { range: (_, __, top) => [0, top > 0 ? top * 1.1 : 1] } },
    axes: [
      { ...axis, values: axisTimes },
      { ...axis, size: 62, values: (_, ticks) => ticks.map((tick) => inUnit(tick, unit)) },
    ],
    series: [
      {},
      ...lines.map(({ name }, i) => ({
        label: name,
        stroke: inks[i % inks.length],
        width: i === 1 ? 2 : 1.5,
        dash: dashes[i % dashes.length],
        points: { show: lonely(lines[i].values) },
        spanGaps: false,
      })),
    ],
  };
}

export function said({ unit, times, lines }, at, { inks }) {
  const when = at === null ? [] : [make("span", { className: "muted", textContent: clock.format(times[at] * 1000) })];
  const values = lines.map(({ name, values }, i) => {
    const value = at === null ? "" : ` ${inUnit(values[at], unit)}`;
    return make(
      "span",
      {},
      key(inks[i % inks.length], dashes[i % dashes.length]),
      name,
      make("b", { textContent: value }),
    );
  });
  return [...values, ...when];
}

// A value with nothing on either side makes no line: without a point it would not be seen.
function lonely(values) {
  return values.some(
    (value, i) => value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null,
  );
}

function key(ink, dash) {
  const picture = document.createElementNS(svg, "svg");
  const stroke = document.createElementNS(svg, "line");
  picture.setAttribute("aria-hidden", "true");
  for (const [name, value] of Object.entries({ x1: 0, x2: 22, y1: 4, y2: 4, stroke: ink, "stroke-width": 2 }))
    stroke.setAttribute(name, value);
  if (dash.length) stroke.setAttribute("stroke-dasharray", dash.join(" "));
  picture.append(stroke);
  return picture;
}

function axisTimes(_, ticks, __, ___, step) {
  const form = step >= 86_400 ? { day: "numeric", month: "short" } : { hour: "2-digit", minute: "2-digit" };
  const [short, day] = [form, { day: "numeric", month: "short" }].map((f) => new Intl.DateTimeFormat("en-GB", f));
  return ticks.map((tick) => {
    const time = new Date(tick * 1000);
    return step < 86_400 && time.getHours() === 0 && time.getMinutes() === 0 ? day.format(time) : short.format(time);
  });
}

function number(value) {
  return new Intl.NumberFormat("en-GB", { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
