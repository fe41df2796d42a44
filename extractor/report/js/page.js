"use strict";
// Address → what is shown. Only what has changed since the address before is drawn anew.

const MAIN = byId("main");
const FORM = byId("filters");
let shown = null; // the state that is on the page
let rows = ROWS; // what fits it

const PLAIN_VIEWS = { matrix: drawMatrix, timeline: drawTimeline, names: drawNames };

/** Show what the address tells. */
function show() {
  const state = currentState();
  const before = shown;
  shown = state;
  const anew = before === null || before.lang !== state.lang;
  if (anew) {
    speak(state.lang);
    drawFilters(FORM);
  }
  const refiltered = anew || !sameFilters(before, state);
  if (refiltered) rows = fitting(state);
  showFilters(FORM, state);
  drawViews(state);
  showCount();
  if (state.view === "read") showRead(state, before, refiltered || before.view !== "read");
  else MAIN.replaceChildren(el("div", { class: `view view-${state.view}` }, PLAIN_VIEWS[state.view](state, rows)));
}

function drawViews(state) {
  const focused = document.activeElement?.closest("#views a")?.dataset.view;
  const links = VIEWS.map((view) =>
    el("a", { href: changed({ view }), "data-view": view, "aria-current": state.view === view ? "page" : null }, word(`view.${view}`)));
  byId("views").replaceChildren(...links);
  links.find((link) => link.dataset.view === focused)?.focus();
}

function showCount() {
  const articles = new Set(rows.map((row) => row.article)).size;
  const text = word("count", { n: rows.length, all: ROWS.length, articles });
  if (byId("count").textContent !== text) byId("count").textContent = text;
}

/** The view for reading: list, article, panel. anew: the list must be drawn. */
function showRead(state, before, anew) {
  if (!byId("hits") || before?.lang !== state.lang) drawReadFrame();
  if (anew) drawHits(byId("hits"), rows, FILTERS.some((name) => state[name] !== ""));
  const article = ARTICLE_BY_KEY.get(state.article) ?? null;
  if (article !== shownText.article || !byId("article").firstChild) showArticle(article);
  showStatement(article, article?.statements.find(({ id }) => id === state.statement) ?? null);
  markCurrentHit(state);
}

function drawReadFrame() {
  shownText = { article: null, pieces: [] };
  MAIN.replaceChildren(
    el(
      "div",
      { class: "read" },
      el("section", { id: "hits", "aria-label": word("hits"), tabindex: "-1" }),
      el("section", { id: "article", "aria-label": word("article"), tabindex: "-1" }),
      el("aside", { id: "panel", "aria-label": word("panel"), tabindex: "-1" }),
    ),
  );
}

function showArticle(article) {
  shownText = { article: null, pieces: [] };
  byId("article").replaceChildren(article ? drawArticle(article) : el("p", { class: "note" }, word("choose_article")));
  byId("article").scrollTop = 0;
}

function showStatement(article, statement) {
  lightUp(statement);
  byId("panel").replaceChildren(...(statement ? drawPanel(article, statement).filter(Boolean) : []));
  byId("panel").scrollTop = 0;
  byId("panel").parentElement.classList.toggle("with-panel", statement !== null);
  if (!statement) return;
  showPlace(statement.content[0]);
  announce(`${word("statement_number", { n: numberOf(article, statement) })}: ${speakersOf(statement)}`);
}

listenToFilters(FORM);
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => go({ lang: button.dataset.language }));
}
byId("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address is taken
  MAIN.focus();
});
window.addEventListener("hashchange", show);
show();
