"use strict";
// The page's own words in the language that its reader has chosen.

const WORDS = embedded("words");
const FIRST_LANGUAGE = document.documentElement.lang;
let language = FIRST_LANGUAGE;

/** What `key` says, with {name} replaced by its value; numbers are written as usual: 12,345. */
function word(key, values = {}) {
  const said = WORDS[language][key];
  if (said === undefined) throw new Error(`no word ${key}`);
  return said.replace(/\{(\w+)\}/g, (_, name) => written(values[name]));
}

const written = (value) => (typeof value === "number" ? value.toLocaleString(language) : String(value));

/** Speak `chosen` from now on: what stands in the template is said anew, the rest when it is next drawn. */
function speak(chosen) {
  language = chosen in WORDS ? chosen : FIRST_LANGUAGE;
  document.documentElement.lang = language;
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", word(element.dataset.wordLabel));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}
