"use strict";
// Elements made of plain data. Words go in as text nodes only: nothing from an article is ever read as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** Make <name> with attributes and children: elements, strings, or lists of them; null and false are left out. */
function el(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** As `el`, for what stands inside an <svg>. */
function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== undefined));
  return element;
}

const byId = (id) => document.getElementById(id);

/** The data that the page carries in <script type="application/json" id=…>. */
const embedded = (id) => JSON.parse(byId(id).textContent);

/** Say something to a screen reader that the eye sees anyway. */
function announce(message) {
  byId("announcer").textContent = message;
}
