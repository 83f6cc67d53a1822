// A figure with data-chart draws what that address answers: { title, unit, times, lines: [{ name, values }] }.
// Without this script its table stands for it. Drag to zoom; the arrow keys read value by value.
import { asset } from "./asset.js";
import { inKnownLanguage } from "./language.js";
import { make } from "./make.js";
import { chartOptions, colours, said } from "./plot.js";

const again = 60_000;
const charts = new Map();
let library;

async function draw(figure) {
  const plot = figure.querySelector("[data-plot]");
  if (!plot || charts.has(figure)) return;
  const chart = { plot };
  charts.set(figure, chart);
  if (!(await load(figure, chart))) return;
  library ??= open();
  const Plot = await library;
  chart.readout = make("output", { className: "readout" });
  plot.before(chart.readout);
  chart.make = () => {
    chart.drawn?.destroy();
    const options = chartOptions(chart.data, plot.clientWidth, colours(plot), (at) => read(chart, at));
    chart.drawn = new Plot(options, rows(chart.data), plot);
    keys(chart);
    read(chart, null);
  };
  chart.make();
  new ResizeObserver(() => chart.drawn.setSize({ width: plot.clientWidth - 16, height: 250 })).observe(plot);
}

async function open() {
  document.head.append(make("link", { rel: "stylesheet", href: asset("lib/uplot/uPlot.min.css") }));
  return (await inKnownLanguage(() => import("uplot"))).default;
}

async function load(figure, chart) {
  const answer = await fetch(figure.dataset.chart, { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.ok) chart.data = await answer.json();
  return Boolean(chart.data);
}

function rows({ times, lines }) {
  return [times, ...lines.map(({ values }) => values)];
}

function read(chart, at) {
  const isZoomed = chart.drawn && chart.drawn.scales.x.min > chart.data.times[0];
  const whole = make("button", { type: "button", className: "linkish", textContent: "Show all", hidden: !isZoomed });
  whole.addEventListener("click", () => zoomOut(chart));
  chart.readout.replaceChildren(...said(chart.data, at, colours(chart.plot)), whole);
}

function zoomOut({ drawn, data }) {
  drawn.setScale("x", { min: data.times[0], max: data.times.at(-1) });
}

function keys(chart) {
  const { over } = chart.drawn;
  over.tabIndex = 0;
  over.setAttribute("role", "application");
  over.setAttribute("aria-label", `${chart.data.title}. Arrow keys read the values, plus and minus zoom.`);
  let at = -1;
  over.addEventListener("keydown", (event) => {
    const { times } = chart.data;
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key];
    if (step) at = Math.max(0, Math.min(times.length - 1, (at < 0 ? times.length : at) + step));
    else if (event.key === "Home") at = 0;
    else if (event.key === "End") at = times.length - 1;
    else if (event.key === "+") zoom(chart, at, 0.5);
    else if (event.key === "-") zoom(chart, at, 2);
    else if (event.key === "Escape") zoomOut(chart);
    else return;
    event.preventDefault();
    if (at >= 0) chart.drawn.setCursor({ left: chart.drawn.valToPos(times[at], "x"), top: 20 });
  });
}

function zoom({ drawn, data }, at, by) {
  const { min, max } = drawn.scales.x;
  const middle = at < 0 ? (min + max) / 2 : data.times[at];
  const half = ((max - min) / 2) * by;
  const first = Math.max(data.times[0], middle - half);
  drawn.setScale("x", { min: first, max: Math.min(data.times.at(-1), middle + half) });
}

function drawAll() {
  for (const figure of charts.keys()) if (!figure.isConnected) charts.delete(figure);
  for (const figure of document.querySelectorAll("[data-chart]")) draw(figure);
}

async function follow() {
  if (document.hidden) return;
  for (const [figure, chart] of charts) {
    const isZoomed = chart.drawn?.scales.x.min > chart.data.times[0];
    if (!chart.drawn || isZoomed || figure.matches(":hover, :focus-within") || !(await load(figure, chart))) continue;
    chart.make();
  }
}

const redraw = () => {
  for (const chart of charts.values()) chart.make?.();
};
for (const dress of ["(prefers-color-scheme: dark)", "print"]) matchMedia(dress).addEventListener("change", redraw);
new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
document.addEventListener("htmx:after:swap", drawAll);
setInterval(follow, again);
drawAll();
