"use strict";
// What is named how often, as small bars, by type.

const NAMES_A_TYPE = 20;

function drawNames() {
  return ["person", "country", "organization", "provision"].map((type) => {
    const things = THINGS.filter((thing) => thing.type === type && thing.mentions > 0).sort((one, other) => other.mentions - one.mentions);
    return things.length ? drawType(type, things) : null;
  });
}

function drawType(type, things) {
  const most = things[0].mentions;
  const rest = things.length - NAMES_A_TYPE;
  return el(
    "section",
    { class: "names" },
    el("h2", {}, word(`type.${type}`)),
    el(
      "table",
      {},
      el("thead", { class: "unseen" }, el("tr", {}, ["type." + type, "mentions", "articles"].map((key) => el("th", { scope: "col" }, word(key))))),
      el("tbody", {}, things.slice(0, NAMES_A_TYPE).map((thing) => drawName(thing, most))),
    ),
    rest > 0 ? el("p", { class: "note" }, word("names.rest", { n: rest })) : null,
  );
}

function drawName(thing, most) {
  const bar = el("span", { class: `bar bar-${thing.type}` });
  bar.style.width = `${(100 * thing.mentions) / most}%`;
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, el("a", { href: changed({ view: "read", ...withoutFilters(), q: thing.name }), lang: articleLanguage }, thing.name)),
    el("td", { class: "bar-cell" }, bar, el("span", {}, written(thing.mentions))),
    el("td", { class: "number-cell" }, `${written(thing.articles)} ${word("articles")}`),
  );
}
