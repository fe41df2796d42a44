"use strict";
// All that is known of one statement, beside the text.

const OTHERS = 5; // statements of the same speaker that are listed at once

/** Draw the panel of a statement of `article`. */
function drawPanel(article, statement) {
  const heading = word("statement_number", { n: numberOf(article, statement) });
  return [
    el("div", { class: "panel-head" }, el("h2", {}, heading), drawSteps(article, statement)),
    el("blockquote", { lang: articleLanguage }, contentOf(article, statement)),
    el("dl", {}, factsOf(article, statement).map(([key, values]) => [el("dt", {}, word(key)), values.map((value) => el("dd", {}, value))])),
    drawOthers(article, statement),
  ];
}

/** To the statements before and behind, and out of the panel. */
function drawSteps(article, statement) {
  const number = numberOf(article, statement) - 1;
  const step = (to, key, sign) => to && el("a", { href: toStatement(article, to), "aria-label": word(key), title: word(key) }, sign);
  return el(
    "p",
    { class: "steps" },
    step(article.statements[number - 1], "previous", "‹"),
    step(article.statements[number + 1], "next", "›"),
    el("a", { href: changed({ statement: "" }), class: "close", "aria-label": word("close"), title: word("close") }, "×"),
  );
}

/** What is known, as [key of the heading, [what stands under it, …]]; what is not known is left out. */
function factsOf(article, statement) {
  const { cue, date, section, addressee } = statement;
  const facts = [
    ["speaker", statement.speakers.length ? statement.speakers.map((each) => drawSpeaker(article, each)) : [word("nobody")]],
    ["cue", cue ? [[place(article, cue.at), detail(cue.lemma)]] : []],
    ["content", statement.content.map((at) => place(article, at))],
    ["form", [word(`form.${statement.form}`)]],
    ["act", [word(`act.${statement.act}`)]],
    ["about", statement.about.map((about) => drawAbout(article, about))],
    ["date", [date ? drawDate(article, date) : [dateOf(article, statement) ?? word("unknown_date"), detail(word("date_published"))]]],
    ["section", section ? [el("span", { lang: articleLanguage }, section)] : []],
    ["addressee", addressee ? [drawSpeaker(article, addressee)] : []],
    ["within", article.statements.filter(({ id }) => id === statement.within).map((each) => toOther(article, each))],
    ["contains", article.statements.filter(({ within }) => within === statement.id).map((each) => toOther(article, each))],
    ["confidence", [drawConfidence(statement.confidence)]],
    ["decided_by", statement.decided.map((rule) => el("code", {}, rule))],
  ];
  return facts.filter(([, values]) => values.length);
}

const detail = (text) => el("span", { class: "detail" }, text);

/** Words of the article, as a button that shows where they stand. */
function place(article, at) {
  const text = cut(article, at);
  const button = el("button", { type: "button", class: "place", lang: articleLanguage, title: word("to_text", { text }) }, text);
  button.addEventListener("click", () => showPlace(at, { focus: true }));
  return button;
}

function drawSpeaker(article, speaker) {
  const thing = THINGS[speaker.who];
  const name = thing.name === speaker.text ? null : detail(`= ${thing.name}`);
  const words = speaker.at ? place(article, speaker.at) : el("span", { lang: articleLanguage }, `（${speaker.text}）`);
  return [words, name, detail(word(`kind.${speaker.kind}`))];
}

function drawAbout(article, about) {
  const thing = about.what === null ? null : THINGS[about.what];
  const link = thing && el("a", { href: changed({ ...withoutFilters(), topic: thing.key }), lang: languageOf(thing) }, nameOf(thing));
  return [link, place(article, about.at), detail(word(`where.${about.where}`)), about.stance && drawStance(article, about.stance)];
}

function drawStance(article, stance) {
  return el("span", { class: "stance-line" }, stanceSign(stance.value), " ", word(`stance.${stance.value}`), " ", place(article, stance.at));
}

const STANCE_SIGNS = { support: "▲", oppose: "▼", neutral: "●", none: "○" };
const stanceSign = (value) => el("span", { class: `stance stance-${value}`, "aria-hidden": "true" }, STANCE_SIGNS[value]);

function drawDate(article, date) {
  const how = [date.precision && word(`precision.${date.precision}`), date.anchor && word(`anchor.${date.anchor}`)];
  return [el("time", { datetime: date.value }, date.value), " ", place(article, date.at), detail(how.filter(Boolean).join(" · "))];
}

function drawConfidence(value) {
  return [el("meter", { min: "0", max: "1", value: String(value), "aria-label": word("confidence") }), ` ${value.toFixed(2)}`];
}

const toOther = (article, statement) =>
  el("a", { href: toStatement(article, statement) }, `${numberOf(article, statement)} ${speakersOf(statement)}`);

/** What else the first speaker says, in all articles. */
function drawOthers(article, statement) {
  const who = statement.speakers[0]?.who;
  const rows = who === undefined ? [] : ROWS.filter((row) => row.speakers.includes(who));
  if (rows.length < 2) return null;
  const others = rows.filter((row) => row.statement !== statement).slice(0, OTHERS);
  const all = el("a", { href: changed({ ...withoutFilters(), speaker: THINGS[who].key }) }, word("all_of_speaker", { n: rows.length }));
  return el("section", { class: "others" }, el("h3", {}, word("others")), el("ul", {}, others.map((row) => el("li", {}, drawHit(row)))), all);
}
