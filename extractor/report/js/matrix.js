"use strict";
// Who speaks about what how often, as a table whose numbers lead to the statements.

const MOST = { speakers: 25, subjects: 12 };
const FEW_TOPICS = 0.1; // of the statements: with fewer that have a topic, the columns are names

const isTopic = (number) => THINGS[number].type === "topic";
const hasTopics = () => ROWS.filter((row) => row.subjects.some(isTopic)).length >= FEW_TOPICS * ROWS.length;

/** What the columns are: as chosen, else topics where records carry enough of them. */
const columnsOf = (state) => (["topics", "names"].includes(state.columns) ? state.columns : hasTopics() ? "topics" : "names");

function drawMatrix(state, rows) {
  const columns = columnsOf(state);
  const subjectsOf = (row) => row.subjects.filter((number) => isTopic(number) === (columns === "topics"));
  const useful = rows.filter((row) => row.speakers.length && subjectsOf(row).length);
  const across = tally(useful, subjectsOf);
  const speakers = tally(useful, (row) => row.speakers);
  const parts = [drawColumnChoice(columns)];
  if (!useful.length) return [...parts, el("p", { class: "note" }, word("matrix.empty"))];
  const shown = { speakers: speakers.slice(0, MOST.speakers), subjects: across.slice(0, MOST.subjects) };
  const rest = { rows: speakers.length, shown: shown.speakers.length, columns: across.length, across: shown.subjects.length };
  return [
    ...parts,
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": word("view.matrix") }, drawTable(shown, cellsOf(useful, subjectsOf))),
    el("p", { class: "note" }, word("matrix.rest", rest)),
  ];
}

function drawColumnChoice(columns) {
  const links = ["topics", "names"].map((each) =>
    el("a", { href: changed({ columns: each }), "aria-current": columns === each ? "true" : null }, word(`matrix.${each}`)));
  return el("p", { class: "choice" }, el("span", {}, word("matrix.columns")), links);
}

/** The rows of each speaker on each subject: Map of "speaker subject". */
function cellsOf(rows, subjectsOf) {
  const cells = new Map();
  for (const row of rows) {
    for (const who of new Set(row.speakers)) {
      for (const what of subjectsOf(row)) {
        const key = `${who} ${what}`;
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push(row);
      }
    }
  }
  return cells;
}

function drawTable({ speakers, subjects }, cells) {
  const most = Math.max(...[...cells.values()].map((rows) => rows.length));
  const heads = subjects.map(([what]) => el("th", { scope: "col" }, thingLink("topic", what)));
  const lines = speakers.map(([who, count]) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, thingLink("speaker", who)),
      subjects.map(([what]) => el("td", {}, drawCell(who, what, cells.get(`${who} ${what}`) ?? [], most))),
      el("td", { class: "total" }, written(count)),
    ));
  return el(
    "table",
    { class: "matrix" },
    el("caption", {}, word("matrix.caption")),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, word("speaker")), heads, el("th", { scope: "col" }, word("matrix.total")))),
    el("tbody", {}, lines),
  );
}

function thingLink(filter, number) {
  const thing = THINGS[number];
  return el("a", { href: changed({ [filter]: thing.key }), lang: languageOf(thing) }, nameOf(thing));
}

function drawCell(who, what, rows, most) {
  if (!rows.length) return null;
  const stances = ["support", "oppose"]
    .map((value) => [value, rows.filter((row) => stanceOf(row.statement, what) === value).length])
    .filter(([, count]) => count);
  const spoken = stances.map(([value, count]) => `, ${word(`stance.${value}`)} ${count}`).join("");
  const names = { speaker: nameOf(THINGS[who]), topic: nameOf(THINGS[what]), n: rows.length, stances: spoken };
  const href = changed({ view: "read", speaker: THINGS[who].key, topic: THINGS[what].key });
  const link = el("a", { href, class: `cell heat-${Math.ceil((4 * rows.length) / most)}`, "aria-label": word("matrix.cell", names) }, el("span", {}, written(rows.length)));
  link.append(...stances.map(([value, count]) => el("span", { class: "cell-stance" }, stanceSign(value), String(count))));
  return link;
}
