// Members and employees over time: a line for each, and the same as a table.

import { day, number, say, words } from "./words.js";

const POINTS = 120;
const DAY = 86400000;

const canvas = document.getElementById("chart");
const summary = document.getElementById("chart-summary");
const table = document.querySelector("#chart-table tbody");
let shown;
let asOf;

/**
 * Draws the span that is asked for, as known where the figures on the page are.
 *
 * @returns {Promise<{again: boolean, sentence: string}>} whether the server has no answer yet
 */
export async function draw(question, isLatest) {
  const known = document.querySelector("[data-known]")?.textContent;
  if (!known) {
    return { again: false };
  }
  const asked = new URLSearchParams({ points: POINTS, known });
  for (const name of ["from", "to"]) {
    asked.set(name, question.get(name));
  }
  const answer = await fetch(`/api/figures/employees/over-time?${asked}`);
  const series = await answer.json();
  if (!isLatest()) {
    return { again: false };
  }
  if (answer.status >= 500) {
    return { again: true, sentence: words.page.notYetKnown };
  }
  if (!answer.ok) {
    return { again: false };
  }
  asOf = question.get("asOf");
  plot(series.points);
  tell(series.points);
  return { again: false };
}

const days = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
const text = (days) => new Date(days * DAY).toISOString().slice(0, 10);
const colour = (name) =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function plot(points) {
  const data = {
    datasets: [
      line(words.chart.members, "accent", "members", [], points, "members"),
      line(words.chart.employees, "second", "employees", [6, 4], points, "value"),
    ],
  };
  if (shown) {
    shown.data = data;
    shown.options = options(points);
    shown.update("none");
  } else {
    shown = new window.Chart(canvas, {
      type: "line",
      data,
      options: options(points),
      plugins: [asOfLine],
    });
  }
}

function line(label, ink, axis, dash, points, field) {
  return {
    label,
    yAxisID: axis,
    data: points.map((point) => ({ x: days(point.asOf), y: point[field] })),
    borderColor: colour(ink),
    backgroundColor: colour(ink),
    borderDash: dash,
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 12,
    stepped: "before",
  };
}

function options(points) {
  const first = days(points[0].asOf);
  const last = days(points.at(-1).asOf);
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: "index", intersect: false },
    scales: {
      x: {
        type: "linear",
        min: first,
        max: last,
        grid: { color: colour("grid") },
        border: { color: colour("line") },
        afterBuildTicks: (axis) => {
          axis.ticks = ticks(first, last, axis.width).map((value) => ({ value }));
        },
        ticks: {
          color: colour("soft"),
          autoSkip: false,
          maxRotation: 0,
          callback: (value) => tickLabel(value, first, last),
        },
      },
      members: side("left", words.chart.members, "accent", true),
      employees: side("right", words.chart.employees, "second", false),
    },
    plugins: {
      legend: { labels: { color: colour("ink"), boxWidth: 32, boxHeight: 0 } },
      tooltip: {
        callbacks: {
          title: (items) => day(text(items[0].parsed.x)),
          label: (item) => `${item.dataset.label}: ${number(item.parsed.y)}`,
        },
      },
    },
  };
}

function side(position, title, ink, grid) {
  return {
    position,
    beginAtZero: true,
    title: { display: window.innerWidth >= 600, text: title, color: colour(ink) },
    grid: { display: grid, color: colour("grid") },
    border: { display: false },
    ticks: { color: colour(ink), precision: 0, maxTicksLimit: 7, callback: number },
  };
}

/** Firsts of January as far apart as fits; for a short span firsts of months, or days. */
function ticks(first, last, width) {
  const room = Math.max(2, Math.floor(width / 64));
  const years = (last - first) / 365;
  if (years >= 2) {
    return firsts(first, last, 12 * Math.ceil(years / room));
  }
  if (years > 0.2) {
    return firsts(first, last, Math.ceil((years * 12) / room));
  }
  const step = Math.max(1, Math.ceil((last - first) / room));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step);
}

function firsts(first, last, months) {
  const found = [];
  const start = new Date(first * DAY);
  let month = start.getUTCFullYear() * 12 + (months >= 12 ? 0 : start.getUTCMonth());
  for (; ; month += months) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    if (at > last) {
      return found;
    }
    if (at >= first) {
      found.push(at);
    }
  }
}

function tickLabel(value, first, last) {
  const date = text(value);
  if ((last - first) / 365 >= 2) {
    return date.slice(0, 4);
  }
  return (last - first) / 365 > 0.2 ? day(date.slice(0, 7)) : day(date);
}

/** Where in the span the figures above are. */
const asOfLine = {
  id: "asOf",
  afterDatasetsDraw(chart) {
    const place = asOf ? days(asOf) : NaN;
    const { x } = chart.scales;
    if (!(place > x.min && place < x.max)) {
      return;
    }
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.strokeStyle = colour("edge");
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(x.getPixelForValue(place), chartArea.top);
    ctx.lineTo(x.getPixelForValue(place), chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
};

function tell(points) {
  const first = points[0];
  const last = points.at(-1);
  const sentence = say(words.chart.summary, {
    from: day(first.asOf),
    to: day(last.asOf),
    firstMembers: number(first.members),
    lastMembers: number(last.members),
    firstEmployees: number(first.value),
    lastEmployees: number(last.value),
  });
  if (summary.textContent !== sentence) {
    summary.textContent = sentence;
  }
  table.replaceChildren(
    ...points.map((point) => {
      const row = document.createElement("tr");
      const name = document.createElement("th");
      name.scope = "row";
      name.textContent = day(point.asOf);
      const cells = [point.members, point.value, point.missing].map((value) => {
        const cell = document.createElement("td");
        cell.className = "number";
        cell.textContent = number(value);
        return cell;
      });
      row.append(name, ...cells);
      return row;
    }),
  );
}

window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  if (shown) {
    for (const [at, ink] of ["accent", "second"].entries()) {
      shown.data.datasets[at].borderColor = colour(ink);
      shown.data.datasets[at].backgroundColor = colour(ink);
    }
    const { data } = shown.data.datasets[0];
    shown.options = options(data.map(({ x }) => ({ asOf: text(x) })));
    shown.update("none");
  }
});
