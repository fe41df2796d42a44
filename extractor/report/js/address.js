"use strict";
// What is shown is told by the address alone: links change it, the back button undoes it, and it can be sent on.

const DEFAULTS = Object.freeze({
  view: "read", q: "", speaker: "", topic: "", form: "", act: "", stance: "", from: "", to: "", confidence: "",
  columns: "", lang: FIRST_LANGUAGE, article: "", statement: "",
});
const FILTERS = ["q", "speaker", "topic", "form", "act", "stance", "from", "to", "confidence"];
const VIEWS = ["read", "matrix", "timeline", "names"];

/** The state that an address tells; what it does not know is left out. */
function stateOf(hash) {
  const told = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, "")));
  const known = Object.entries(told).filter(([name]) => Object.hasOwn(DEFAULTS, name));
  const state = { ...DEFAULTS, ...Object.fromEntries(known) };
  return VIEWS.includes(state.view) ? state : { ...state, view: DEFAULTS.view };
}

/** The address of a state: only what differs from the beginning is in it. */
function hashOf(state) {
  const told = Object.entries(state).filter(([name, value]) => value !== DEFAULTS[name]);
  return `#${new URLSearchParams(told)}`;
}

const currentState = () => stateOf(location.hash);

/** The address of what is shown now, with some of it changed. */
const changed = (changes) => hashOf({ ...currentState(), ...changes });

const withoutFilters = () => Object.fromEntries(FILTERS.map((name) => [name, ""]));
const sameFilters = (one, other) => FILTERS.every((name) => one[name] === other[name]);

/** Go to a state; replace: the back button does not come back to this one, as while a word is being typed. */
function go(changes, { replace = false } = {}) {
  const hash = changed(changes);
  if (hash === location.hash || (hash === "#" && !location.hash)) return;
  if (replace) {
    history.replaceState(null, "", hash);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = hash;
  }
}
