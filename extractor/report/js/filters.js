"use strict";
// The filters: which rows fit, and the form that sets them.

const CLOSED = {
  form: ["direct", "mixed", "indirect", "reported"],
  act: ["assert", "deny", "demand", "promise", "predict", "evaluate", "question"],
  stance: ["support", "oppose", "neutral", "none"],
};
const CONFIDENCES = ["0.9", "0.8", "0.7", "0.6", "0.5", "0.3"];
const TYPING = 120; // ms without a key before what is typed counts

/** Each filter that is set, as a test of a row. All must hold. */
const TESTS = {
  q: (value) => {
    const parts = folded(value).split(/\s+/).filter(Boolean);
    return (row) => parts.every((part) => row.words.includes(part));
  },
  speaker: (value) => {
    const who = THING_BY_KEY.get(value);
    return (row) => (value === NOBODY ? row.speakers.length === 0 : row.speakers.includes(who));
  },
  topic: (value) => {
    const what = THING_BY_KEY.get(value);
    return (row) => row.subjects.includes(what);
  },
  form: (value) => (row) => row.statement.form === value,
  act: (value) => (row) => row.statement.act === value,
  stance: (value, state) => {
    const what = state.topic ? THING_BY_KEY.get(state.topic) : null;
    return (row) => stancesTowards(row, what).includes(value);
  },
  from: (value) => (row) => row.last !== null && row.last >= value,
  to: (value) => (row) => row.first !== null && row.first <= value,
  confidence: (value) => (row) => row.statement.confidence >= Number(value),
};

/** The stances of a row, towards `what` alone where it is given; "none" where none is told. */
function stancesTowards(row, what) {
  const told = what === null ? row.stances : [stanceOf(row.statement, what)].filter(Boolean);
  return told.length ? told : ["none"];
}

/** The rows that fit a state, in the order of the records. */
function fitting(state) {
  const tests = FILTERS.filter((name) => state[name] !== "").map((name) => TESTS[name](state[name], state));
  return ROWS.filter((row) => tests.every((test) => test(row)));
}

// The form

const field = (name, control) =>
  el("p", { class: `field field-${name}` }, el("label", { for: `filter-${name}` }, word(`filter.${name}`)), control);

const option = (value, text) => el("option", { value }, text);

function select(name, options) {
  return field(name, el("select", { id: `filter-${name}`, name }, option("", word("filter.any")), options));
}

const thingOption = ([number, count]) => option(THINGS[number].key, `${nameOf(THINGS[number])} (${count})`);

function speakerOptions() {
  return [...SPEAKERS.map(thingOption), option(NOBODY, word("filter.nobody"))];
}

/** Subjects by their type, topics first. */
function subjectOptions() {
  return ["topic", "provision", "country", "organization", "person"].map((type) => {
    const options = SUBJECTS.filter(([number]) => THINGS[number].type === type).map(thingOption);
    return options.length ? el("optgroup", { label: word(`type.${type}`) }, options) : null;
  });
}

const closedOptions = (name) => CLOSED[name].map((value) => option(value, word(`${name}.${value}`)));

function input(name, type) {
  const hint = type === "search" ? word("filter.text.hint") : null;
  return el("input", { id: `filter-${name}`, name, type, placeholder: hint });
}

function wordsField() {
  return el("p", { class: "field field-q" }, el("label", { for: "filter-q" }, word("filter.text")), input("q", "search"));
}

/** Draw the form in the page's language; `showFilters` fills it in. */
function drawFilters(form) {
  form.replaceChildren(
    wordsField(),
    select("speaker", speakerOptions()),
    select("topic", subjectOptions()),
    ...["form", "act", "stance"].map((name) => select(name, closedOptions(name))),
    field("from", input("from", "date")),
    field("to", input("to", "date")),
    select("confidence", CONFIDENCES.map((value) => option(value, word("filter.at_least", { n: value })))),
    el("button", { type: "button", id: "clear" }, word("filter.clear")),
  );
}

/** Show a state in the form, but not in the field that is being typed into. */
function showFilters(form, state) {
  for (const name of FILTERS) {
    const control = form.elements[name];
    if (control !== document.activeElement || control.type !== "search") control.value = state[name];
    control.parentElement.classList.toggle("set", state[name] !== "");
  }
  byId("clear").disabled = FILTERS.every((name) => state[name] === "");
}

/** Let the form change the address: a choice at once, words when typing pauses. */
function listenToFilters(form) {
  let waiting = 0;
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    if (target.type === "search") {
      waiting = setTimeout(() => go({ q: target.value.trim() }, { replace: true }), TYPING);
    } else {
      go({ [target.name]: target.value });
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    if (target.id !== "clear") return;
    go(withoutFilters());
    form.elements.q.focus();
  });
}
