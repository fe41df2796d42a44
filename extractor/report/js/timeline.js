"use strict";
// One speaker on one subject: when it was said, and with what stance, so that one sees whether that changed.

const CHART = { width: 720, height: 150, left: 76, right: 40, top: 16, step: 32 };
const DAY = 86_400_000; // ms

/** The pair that is shown: what the filters name, else what comes most. */
function pairOf(state, rows) {
  const who = state.speaker && state.speaker !== NOBODY ? THING_BY_KEY.get(state.speaker) : undefined;
  const what = state.topic ? THING_BY_KEY.get(state.topic) : undefined;
  const fits = rows.filter((row) => (who === undefined ? row.speakers.length : row.speakers.includes(who)));
  const told = fits.filter((row) => row.subjects.length && row.speakers.length);
  const counts = new Map();
  for (const row of told) {
    for (const speaker of who === undefined ? row.speakers : [who]) {
      for (const subject of what === undefined ? row.subjects : [what]) {
        const key = `${speaker} ${subject}`;
        counts.set(key, (counts.get(key) ?? 0) + weightOf(row, subject));
      }
    }
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1]);
  return best ? best[0].split(" ").map(Number) : null;
}

/** What tells a stance is worth more to see; a topic more than a name. */
const weightOf = (row, subject) => 1 + (stanceOf(row.statement, subject) ? 2 : 0) + (isTopic(subject) ? 1 : 0);

function drawTimeline(state, rows) {
  const pair = pairOf(state, rows);
  if (!pair) return [el("p", { class: "note" }, word("timeline.empty"))];
  const [who, what] = pair;
  const points = rows
    .filter((row) => row.speakers.includes(who) && row.subjects.includes(what))
    .map((row) => ({ row, day: row.first, stance: stanceOf(row.statement, what) ?? "none" }))
    .sort((one, other) => (one.day ?? "9").localeCompare(other.day ?? "9"));
  const dated = points.filter(({ day }) => day !== null);
  const changes = { speaker: THINGS[who].key, topic: THINGS[what].key };
  const undated = points.length - dated.length;
  return [
    el("h2", {}, word("timeline.heading", { speaker: nameOf(THINGS[who]), topic: nameOf(THINGS[what]) })),
    el("p", { class: "note" }, word("timeline.choose")),
    dated.length ? el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("view.timeline") }, drawChart(dated)) : null,
    undated ? el("p", { class: "note" }, word("timeline.undated", { n: undated })) : null,
    el("ol", { class: "points" }, drawPoints(points, changes)),
  ];
}

/** The list below the chart; where a stance differs from the last that was told, it says so. */
function drawPoints(points, changes) {
  let last = null;
  return points.map(({ row, stance }) => {
    const turned = stance !== "none" && last !== null && stance !== last;
    if (stance !== "none") last = stance;
    return el(
      "li",
      { class: turned ? "turned" : null },
      turned ? el("p", { class: "turn" }, word("timeline.changed")) : null,
      drawHit(row, { changes }),
    );
  });
}

/** A mark a statement: to the right by its day, up and down by its stance. */
function drawChart(points) {
  const times = points.map(({ day }) => Date.parse(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const width = CHART.width - CHART.left - CHART.right;
  const x = (time) => CHART.left + (last === first ? width / 2 : ((time - first) / (last - first)) * width);
  const y = (stance) => CHART.top + CHART.step * CHART_ROWS.indexOf(stance);
  const label = word("timeline.chart", { n: points.length });
  const marks = points.map(({ stance }, number) =>
    svg("text", { x: x(times[number]), y: y(stance) + 6, class: `stance-${stance}`, "text-anchor": "middle" }, STANCE_SIGNS[stance]));
  return svg(
    "svg",
    { class: "chart", role: "img", "aria-label": label, viewBox: `0 0 ${CHART.width} ${CHART.height}`, width: CHART.width, height: CHART.height },
    CHART_ROWS.map((stance) => drawLine(stance, y(stance))),
    drawPath(points.map(({ stance }, number) => [stance, x(times[number]), y(stance)])),
    marks,
    ticksOf(first, last).map((time) => svg("text", { class: "axis", x: x(time), y: CHART.height - 4, "text-anchor": "middle" }, new Date(time).toISOString().slice(0, 10))),
  );
}

const CHART_ROWS = ["support", "neutral", "none", "oppose"];

function drawLine(stance, y) {
  return [
    svg("line", { class: "grid", x1: CHART.left, x2: CHART.width - CHART.right, y1: y, y2: y }),
    svg("text", { class: "axis", x: CHART.left - 16, y: y + 4, "text-anchor": "end" }, word(`stance.${stance}`)),
  ];
}

/** A line through what tells a stance. */
function drawPath(places) {
  const told = places.filter(([stance]) => stance !== "none");
  return told.length > 1 ? svg("polyline", { class: "path", points: told.map(([, x, y]) => `${x},${y}`).join(" ") }) : null;
}

/** The days that the axis names: the ends, and three between where there is room. */
function ticksOf(first, last) {
  const days = Math.round((last - first) / DAY);
  const steps = Math.min(4, days);
  return steps ? Array.from({ length: steps + 1 }, (_, step) => first + Math.round((days * step) / steps) * DAY) : [first];
}
