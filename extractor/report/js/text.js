"use strict";
// An article to read: names tinted by type, statements underlined and numbered. What is chosen only changes classes.

const numberOf = (article, statement) => article.statements.indexOf(statement) + 1;
const toStatement = (article, statement) => changed({ view: "read", article: article.key, statement: statement.id });
let shownText = { article: null, pieces: [] }; // the article that stands in the page, its segments with their elements

/** Draw an article with all its marks. */
function drawArticle(article) {
  const pieces = segmentsOf(article).map((segment) => ({ ...segment, element: null }));
  const lanes = lanesOf(article);
  const begun = new Set();
  const body = el("div", { class: "text", lang: articleLanguage });
  for (const piece of pieces) {
    body.append(...beginnings(article, piece, begun));
    piece.element = drawPiece(article, piece, lanes);
    body.append(piece.element);
  }
  body.addEventListener("click", (event) => openAt(article, pieces, event));
  shownText = { article, pieces };
  return el("article", { "aria-label": titleOf(article) }, drawHead(article), body, drawAll(article));
}

/** The numbers of the statements that begin with a piece, as links. */
function beginnings(article, piece, begun) {
  const fresh = piece.spans.filter(({ kind, of }) => kind === "content" && !begun.has(of)).map(({ of }) => of);
  return [...new Set(fresh)].map((statement) => {
    begun.add(statement);
    return drawNumber(article, statement);
  });
}

function drawNumber(article, statement) {
  const number = numberOf(article, statement);
  const label = `${word("statement_number", { n: number })}: ${speakersOf(statement)}`;
  const attributes = { class: "number", href: toStatement(article, statement), "aria-label": label };
  return el("a", { ...attributes, "data-statement": statement.id }, String(number));
}

function drawPiece(article, piece, lanes) {
  const text = article.text.slice(piece.start, piece.end);
  const mention = piece.spans.find(({ kind }) => kind === "mention");
  const statements = piece.spans.filter(({ kind }) => kind === "content").map(({ of }) => of);
  if (!piece.spans.length) return el("span", {}, text);
  const element = el("span", { class: "piece", tabindex: "-1" }, text);
  if (mention) tint(element, mention, mention.start === piece.start);
  for (const statement of statements) {
    element.classList.add("said");
    element.style.setProperty(`--lane-${lanes.get(statement)}`, `var(--line-${statement.form})`);
  }
  return element;
}

function tint(element, mention, begins) {
  const thing = THINGS[mention.of.who];
  element.classList.add("mention", `type-${thing.type}`);
  element.title = [thing.name, mention.of.role, mention.of.affiliation].filter(Boolean).join(" · ");
  if (begins) element.dataset.sign = word(`sign.${thing.type}`);
}

/** Open the innermost statement under the pointer, unless text is being marked. */
function openAt(article, pieces, event) {
  const piece = pieces.find(({ element }) => element === event.target);
  const said = piece?.spans.filter(({ kind }) => kind === "content") ?? [];
  if (!said.length || !getSelection().isCollapsed) return;
  const inner = said.reduce((one, other) => (other.end - other.start < one.end - one.start ? other : one));
  go({ article: article.key, statement: inner.of.id });
}

function drawHead(article) {
  const about = [article.publisher, article.published?.slice(0, 10), article.path].filter(Boolean).join(" · ");
  const link = article.url && el("a", { href: article.url, rel: "noreferrer noopener", target: "_blank" }, word("open_original"));
  return el("header", {}, el("h2", { lang: articleLanguage }, titleOf(article)), el("p", { class: "meta" }, about, link ? [" · ", link] : null), drawKey());
}

/** What tints and lines mean. */
function drawKey() {
  const types = ["person", "country", "organization", "provision"].map((type) =>
    el("span", { class: `mention type-${type}`, "data-sign": word(`sign.${type}`) }, word(`type.${type}`)));
  const forms = CLOSED.form.map((form) => el("span", { class: `form-line form-${form}` }, word(`form.${form}`)));
  return el("p", { class: "key", role: "note", "aria-label": word("key") }, types, forms);
}

/** All statements of the article one below the other, for paper. */
function drawAll(article) {
  const items = article.statements.map((statement) => {
    const facts = [shownDateOf(article, statement), word(`form.${statement.form}`), word(`act.${statement.act}`)];
    return el("li", {}, el("b", {}, speakersOf(statement)), " ", el("span", { lang: articleLanguage }, contentOf(article, statement)), ` (${facts.filter(Boolean).join(", ")})`);
  });
  return el("section", { class: "on-paper" }, el("h3", {}, word("all_statements")), el("ol", {}, items));
}

/** Light up a statement, and what shows its parts, in the article that is shown; null: none. */
function lightUp(statement) {
  for (const { element, spans } of shownText.pieces) {
    const roles = spans.filter(({ kind, of }) => of === statement && kind !== "mention").map(({ kind }) => `is-${kind}`);
    element.classList.remove(...[...element.classList].filter((name) => name.startsWith("is-")));
    element.classList.add(...roles);
  }
  for (const link of document.querySelectorAll(".text .number")) {
    link.href = changed({ statement: link.dataset.statement }); // filters may have changed since it was drawn
    setCurrent(link, statement !== null && link.dataset.statement === statement.id);
  }
}

function setCurrent(link, isCurrent) {
  if (isCurrent) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}

/** Bring a place of the shown article before the eye; focus: the keyboard goes there too. */
function showPlace([start], { focus = false } = {}) {
  const piece = shownText.pieces.find((each) => each.end > start);
  if (!piece) return;
  piece.element.scrollIntoView({ block: "center" });
  if (focus) piece.element.focus({ preventScroll: true });
}
