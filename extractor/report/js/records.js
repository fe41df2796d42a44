"use strict";
// The records of the page: articles, and the things that speak and are spoken of. Places are UTF-16 units, as in slice.

const ARTICLES = embedded("articles");
const THINGS = embedded("things");
const ARTICLE_BY_KEY = new Map(ARTICLES.map((article) => [article.key, article]));
const THING_BY_KEY = new Map(THINGS.map((thing, number) => [thing.key, number]));
const NOBODY = "nobody"; // the key of the speaker of what nobody is named for

const cut = (article, [start, end]) => article.text.slice(start, end);
const contentOf = (article, statement) => statement.content.map((at) => cut(article, at)).join(" … ");
const titleOf = (article) => article.title || article.path || word("untitled");
const articleLanguage = "ja";

/** A thing's name in the page's language; only topics have one in each. */
const nameOf = (thing) => (language === "en" && thing.english) || thing.name;
const languageOf = (thing) => (language === "en" && thing.english ? "en" : articleLanguage);

/** Who says it, as the article writes it. */
function speakersOf(statement) {
  return statement.speakers.map((speaker) => speaker.text).join("、") || word("nobody");
}

/** The first and the last day on which it can have been said; the article's own where the text tells none. */
const daysOf = (article, statement) => statement.date?.days ?? article.days;
const dateOf = (article, statement) => statement.date?.value ?? article.published?.slice(0, 10) ?? null;
// As `hatsugen query` writes it: in brackets where the text does not tell when it was said, only when it was published.
const shownDateOf = (article, statement) => {
  const date = dateOf(article, statement);
  return date && !statement.date ? `(${date})` : date;
};

/** The stance towards `what`, or where that is null towards anything; null where none is told. */
function stanceOf(statement, what = null) {
  const told = statement.about.find((about) => about.stance && (what === null || about.what === what));
  return told?.stance.value ?? null;
}
