import { HEADING_ID, settleAnchors } from "./anchors.ts";
import {
  attribute,
  type DomElement,
  elementsIn,
  firstIn,
  isText,
  removeNode,
  replaceNode,
  unwrap,
} from "./dom.ts";
import { settleEmphasis } from "./emphasis.ts";
import { linkPlayers, placeImages, showWithoutScripts } from "./media.ts";
import { settleBreaks, splitParagraphs } from "./paragraphs.ts";
import type { HtmlReferences } from "./references.ts";
import { unfoldTables } from "./table.ts";

/** What has no place in a text; it is told of. */
const REMOVED =
  "script noscript template svg math canvas form input button select textarea dialog applet map";

/** Stands for one that has to be escaped; no text may hold it. */
export const EXCLAMATION = "\ufdd0";

/** Where an item of a list keeps whether its task is done. */
export const TASK = "data-task";

/** The parser takes any name from a text, and the library cannot copy an element of another. */
const NAME = /^[A-Z][A-Z0-9-]*$/i;

/** What says how a page looks, and nothing else. */
const SILENTLY_REMOVED = "style link meta title base";

const DIGITS = { SUP: "⁰¹²³⁴⁵⁶⁷⁸⁹", SUB: "₀₁₂₃₄₅₆₇₈₉" };

/**
 * Brings a text of HTML into a state that Markdown can say, words left as they are.
 *
 * @param root is changed in place
 * @param isLoose whether line ends are meant as the reader of plain text sees them
 */
export function cleanHtml(root: DomElement, isLoose: boolean, references: HtmlReferences): void {
  for (const element of elementsIn(root)) if (!NAME.test(element.nodeName)) unwrap(element);
  keepTasks(root);
  showWithoutScripts(root);
  removeForeign(root, references);
  tellAsides(root, references);
  flattenCode(root);
  linkPlayers(root, references);
  unfoldTables(root, references);
  placeImages(root, references);
  if (isLoose) splitParagraphs(root);
  setLinks(root, references);
  setSmallThings(root, references);
  settleBreaks(root);
  settleEmphasis(root);
  for (const anchor of elementsIn(root, "a")) keepExclamation(anchor);
}

/** Right before a link an exclamation mark would make an image of it. */
function keepExclamation(anchor: DomElement): void {
  const before = anchor.previousSibling;
  if (isText(before) && before.data.endsWith("!"))
    before.data = `${before.data.slice(0, -1)}${EXCLAMATION}`;
}

/** A box at the beginning of an item of a list says whether it is done. */
function keepTasks(root: DomElement): void {
  for (const box of elementsIn(root, "input")) {
    const item = box.closest("li");
    if (item === null || attribute(box, "type")?.toLowerCase() !== "checkbox") continue;
    item.setAttribute(TASK, box.getAttribute("checked") === null ? "open" : "done");
    removeNode(box);
  }
}

function removeForeign(root: DomElement, references: HtmlReferences): void {
  for (const element of elementsIn(root, SILENTLY_REMOVED)) removeNode(element);
  for (const element of elementsIn(root, REMOVED)) {
    if (!root.contains(element)) continue;
    const words =
      element.nodeName === "SCRIPT" ? "" : element.textContent.replace(/\s+/g, " ").trim();
    const tag = element.nodeName.toLowerCase();
    const note = { part: `<${tag}>`, detail: words.slice(0, 80), written: `<${tag}` };
    references.note(
      tag === "script"
        ? { what: "программа страницы не перенесена", ...note }
        : { what: "удалено то, чего в статье быть не может", ...note },
    );
    removeNode(element);
  }
}

/** An article has no boxes beside its text. */
function tellAsides(root: DomElement, references: HtmlReferences): void {
  for (const aside of elementsIn(root, "aside")) {
    const words = aside.textContent.replace(/\s+/g, " ").trim();
    if (words !== "")
      references.note({
        what: "врезка (<aside>) стала обычным текстом",
        detail: words.slice(0, 80),
      });
  }
}

/** What stands in code is shown as it is: marks inside would be shown too. */
function flattenCode(root: DomElement): void {
  for (const code of elementsIn(root, "pre code")) {
    for (const end of elementsIn(code, "br"))
      replaceNode(end, code.ownerDocument.createTextNode("\n"));
    const isAround = code.nodeName === "PRE" && firstIn(code, "code") !== undefined;
    if (isAround) continue;
    const { textContent } = code;
    code.textContent = textContent;
  }
}

function setLinks(root: DomElement, references: HtmlReferences): void {
  for (const anchor of elementsIn(root, "a")) {
    const written = attribute(anchor, "href");
    if (written === undefined) continue;
    const href = references.link(written);
    if (href === undefined) anchor.removeAttribute("href");
    else anchor.setAttribute("href", href);
  }
  settleAnchors(root, references);
  for (const anchor of elementsIn(root, "a")) {
    if (attribute(anchor, "href") === undefined) unwrap(anchor);
  }
}

function setSmallThings(root: DomElement, references: HtmlReferences): void {
  const { ownerDocument } = root;
  for (const heading of elementsIn(root, "h1")) {
    const lower = ownerDocument.createElement("h2");
    const id = attribute(heading, HEADING_ID);
    if (id !== undefined) lower.setAttribute(HEADING_ID, id);
    while (heading.firstChild !== null) lower.appendChild(heading.firstChild);
    replaceNode(heading, lower);
  }
  for (const index of elementsIn(root, "sup sub")) {
    if (index.className.includes("footnote-ref")) continue;
    const digits = DIGITS[index.nodeName === "SUP" ? "SUP" : "SUB"];
    const text = index.textContent.trim();
    if (/^\d{1,9}$/.test(text)) {
      index.textContent = text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
    } else if (text !== "")
      references.note({
        what: "верхний или нижний индекс стал обычным текстом",
        detail: text.slice(0, 60),
        written: `<${index.nodeName.toLowerCase()}>${text.slice(0, 60)}`,
      });
    unwrap(index);
  }
}
