"use strict";
// A text cut wherever anything begins or ends, so that what overlaps never has to nest.

const LANES = 4; // lines that are stacked under the text; a fifth statement shares the first's

/** All that an article marks: {start, end, kind, of}; `of` is a statement or an entity. */
function markedSpans(article) {
  const spans = [];
  const add = (at, kind, of) => at && at[1] > at[0] && spans.push({ start: at[0], end: at[1], kind, of });
  for (const entity of article.entities) {
    for (const at of entity.mentions) add(at, "mention", entity);
  }
  for (const statement of article.statements) {
    for (const at of statement.content) add(at, "content", statement);
    for (const speaker of statement.speakers) add(speaker.at, "speaker", statement);
    for (const about of statement.about) {
      add(about.at, "about", statement);
      add(about.stance?.at, "stance", statement);
    }
    add(statement.cue?.at, "cue", statement);
    add(statement.date?.at, "date", statement);
    add(statement.addressee?.at, "addressee", statement);
  }
  return spans;
}

/** Pieces of the text that follow one another, each with the spans it lies in: [{start, end, spans}]. */
function segmentsOf(article) {
  const spans = markedSpans(article).sort((one, other) => one.start - other.start || other.end - one.end);
  const cuts = new Set([0, article.text.length]);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const places = [...cuts].sort((one, other) => one - other);
  let open = [];
  let next = 0;
  return places.slice(0, -1).map((start, number) => {
    open = open.filter((span) => span.end > start);
    while (next < spans.length && spans[next].start === start) open.push(spans[next++]);
    return { start, end: places[number + 1], spans: [...open] };
  });
}

/** The line under the text that each statement has: the first that no statement around it uses. */
function lanesOf(article) {
  const ends = new Array(LANES).fill(0);
  const lanes = new Map();
  const hulls = article.statements.map((statement) => ({
    statement,
    start: Math.min(...statement.content.map(([start]) => start)),
    end: Math.max(...statement.content.map(([, end]) => end)),
  }));
  hulls.sort((one, other) => one.start - other.start || other.end - one.end);
  for (const { statement, start, end } of hulls) {
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free === -1 ? 0 : free;
    ends[lane] = Math.max(ends[lane], end);
    lanes.set(statement, lane);
  }
  return lanes;
}
