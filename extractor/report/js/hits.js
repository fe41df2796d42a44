"use strict";
// The statements that fit, by article. Only a page of them is drawn; more when the end comes into sight.

const AT_ONCE = 60;

/** A statement in a list, as a link to its place. */
function drawHit({ article, statement }, { changes = {} } = {}) {
  const href = changed({ view: "read", ...changes, article: article.key, statement: statement.id });
  const stance = stanceOf(statement);
  return el(
    "a",
    { class: "hit", href, "data-article": article.key, "data-statement": statement.id },
    el("span", { class: "hit-head" }, el("b", { lang: articleLanguage }, speakersOf(statement)), el("span", { class: "hit-facts" }, stance && [stanceSign(stance), " ", word(`stance.${stance}`), " · "], shownDateOf(article, statement) ?? "")),
    el("span", { class: "hit-text", lang: articleLanguage }, contentOf(article, statement)),
  );
}

/** Rows by article in their order; without filters, articles that have none too. */
function grouped(rows, isFiltered) {
  const groups = new Map(isFiltered ? [] : ARTICLES.map((article) => [article, []]));
  for (const row of rows) {
    if (!groups.has(row.article)) groups.set(row.article, []);
    groups.get(row.article).push(row);
  }
  return [...groups];
}

function drawGroup([article, rows]) {
  const link = el("a", { href: changed({ view: "read", article: article.key, statement: "" }), "data-article": article.key, "data-statement": "", lang: articleLanguage }, titleOf(article));
  const items = rows.map((row) => el("li", {}, drawHit(row)));
  return el("section", { class: "group" }, el("h3", {}, link, el("span", { class: "detail" }, article.published?.slice(0, 10) ?? "")), items.length ? el("ol", {}, items) : null);
}

/** Cut groups so that each part has about `AT_ONCE` rows; a long article is cut too. */
function parted(groups) {
  const parts = [[]];
  let size = 0;
  for (const [article, rows] of groups) {
    for (let start = 0; start === 0 || start < rows.length; start += AT_ONCE) {
      const piece = rows.slice(start, start + AT_ONCE);
      if (size > 0 && size + piece.length > AT_ONCE) {
        parts.push([]);
        size = 0;
      }
      parts.at(-1).push([article, piece]);
      size += piece.length + 1;
    }
  }
  return parts;
}

/** Draw the first part of what fits into `list`, and the others one by one as they are asked for. */
function drawHits(list, rows, isFiltered) {
  const parts = parted(grouped(rows, isFiltered));
  list.replaceChildren(...parts[0].map(drawGroup));
  if (!parts[0].length) list.append(el("p", { class: "note" }, word("nothing")));
  if (parts.length > 1) list.append(moreButton(list, parts, rows.length));
}

function moreButton(list, parts, total) {
  let drawn = 1;
  let left = total - sizeOf(parts[0]);
  const button = el("button", { type: "button", class: "more" }, word("more", { n: left }));
  const watch = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && more(), { root: list, rootMargin: "200px" });
  const more = () => {
    left -= sizeOf(parts[drawn]);
    button.before(...parts[drawn].map(drawGroup));
    drawn += 1;
    button.textContent = word("more", { n: left });
    markCurrentHit(currentState());
    watch.unobserve(button);
    if (drawn < parts.length) watch.observe(button);
    else button.remove();
  };
  button.addEventListener("click", more);
  watch.observe(button);
  return button;
}

const sizeOf = (part) => part.reduce((sum, [, rows]) => sum + rows.length, 0);

/** Mark what is shown beside the list. */
function markCurrentHit(state) {
  for (const link of document.querySelectorAll("#hits a[data-article]")) {
    setCurrent(link, link.dataset.article === state.article && link.dataset.statement === state.statement);
  }
}
