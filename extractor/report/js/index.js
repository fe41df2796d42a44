"use strict";
// One row a statement, with all that it can be filtered by made ready once.

/** Fold what is written in several ways into one: ＮＡＴＯ and nato, ｱﾒﾘｶ and アメリカ. */
const folded = (text) => text.normalize("NFKC").toLowerCase();

function rowOf(article, statement) {
  const days = daysOf(article, statement);
  const speakers = statement.speakers.map((speaker) => speaker.who);
  const names = speakers.map((who) => THINGS[who].name);
  const said = [contentOf(article, statement), speakersOf(statement), ...names, article.title ?? ""];
  return {
    article,
    statement,
    speakers,
    subjects: [...new Set(statement.about.map((about) => about.what).filter((what) => what !== null))],
    stances: statement.about.filter((about) => about.stance).map((about) => about.stance.value),
    first: days?.[0] ?? null,
    last: days?.[1] ?? null,
    words: folded(said.join("\n")),
  };
}

const ROWS = ARTICLES.flatMap((article) => article.statements.map((statement) => rowOf(article, statement)));

/** How many rows there are for each number that `numbersOf` gives of one, the most first: [[number, rows], …]. */
function tally(rows, numbersOf) {
  const counts = new Map();
  for (const row of rows) {
    for (const number of new Set(numbersOf(row))) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}

const SPEAKERS = tally(ROWS, (row) => row.speakers);
const SUBJECTS = tally(ROWS, (row) => row.subjects);
