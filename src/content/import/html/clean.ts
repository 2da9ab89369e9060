import { HEADING_ID, settleAnchors } from "./anchors.ts";
import {
  attribute,
  childNodesOf,
  create,
  type DomElement,
  type DomNode,
  elementsIn,
  firstIn,
  isBlock,
  isElement,
  isText,
  siblingOf,
  unwrap,
} from "./dom.ts";
import { settleEmphasis } from "./emphasis.ts";
import { linkPlayers, placeImages, showWithoutScripts } from "./media.ts";
import { pairRaisedNotes } from "./notes.ts";
import { settleBreaks, splitParagraphs } from "./paragraphs.ts";
import type { HtmlReferences } from "./references.ts";
import { unfoldTables } from "./table.ts";

/** Elements that are left out of a text; the report names them. */
const REMOVED =
  "script noscript template svg math canvas form input button select textarea dialog applet map";

/** Stands for an exclamation mark that has to be escaped: a sign that no text may hold. */
export const EXCLAMATION = "\ufdd0";

/** The attribute of a list item that says whether its task is done. */
export const TASK = "data-task";

/** Turndown copies elements, and fails at a name that HTML does not have. */
const NAME = /^[A-Z][A-Z0-9-]*$/i;

/** Elements without a word for readers. */
const SILENTLY_REMOVED = "style link meta title base";

const DIGITS = { SUP: "⁰¹²³⁴⁵⁶⁷⁸⁹", SUB: "₀₁₂₃₄₅₆₇₈₉" };

/**
 * Changes a text of HTML into one that Markdown can express. Its words stay.
 *
 * @param root is changed in place
 * @param isLoose whether line ends are meant as the reader of plain text sees them
 */
export function cleanHtml(root: DomElement, isLoose: boolean, references: HtmlReferences): void {
  pairRaisedNotes(root);
  unfoldGalleries(root);
  for (const element of elementsIn(root)) if (!NAME.test(element.nodeName)) unwrap(element);
  keepTasks(root);
  showWithoutScripts(root);
  unfoldVerses(root);
  signQuotations(root);
  nameCaptions(root);
  showPosts(root);
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

/** WordPress keeps a gallery as a list; on the site pictures one after another are a gallery. */
function unfoldGalleries(root: DomElement): void {
  for (const list of elementsIn(root, "ul")) {
    if (!/\b(?:blocks-gallery-grid|wp-block-gallery)\b/.test(list.className)) continue;
    for (const item of elementsIn(list, "li")) unwrap(item);
    unwrap(list);
  }
}

/** The block of verses of WordPress is no code. */
function unfoldVerses(root: DomElement): void {
  for (const verse of elementsIn(root, "pre")) {
    if (!/\bwp-block-verse\b/.test(verse.className)) continue;
    const lines = create(verse, "div", {}, ...childNodesOf(verse));
    verse.replaceWith(lines);
    splitParagraphs(lines);
  }
}

/** Whose words they are says the last line of a quotation, behind a dash. */
function signQuotations(root: DomElement): void {
  const hasWords = (node: DomNode): boolean => node.textContent.trim() !== "";
  for (const author of elementsIn(root, "cite footer")) {
    const isLast = siblingOf(author, "nextSibling", hasWords) === null;
    if (author.parentNode?.nodeName !== "BLOCKQUOTE" || !isLast || !hasWords(author)) continue;
    if (elementsIn(author).some(isBlock) || /^\s*[-‒–—]/.test(author.textContent)) continue;
    const dash = author.ownerDocument.createTextNode("— ");
    author.replaceWith(create(author, "p", {}, dash, ...childNodesOf(author)));
  }
}

/** Telegram shows posts by a program, where VK and YouTube have frames. */
function showPosts(root: DomElement): void {
  for (const program of elementsIn(root, "script")) {
    const post = attribute(program, "data-telegram-post");
    if (post !== undefined)
      program.replaceWith(create(program, "iframe", { src: `https://t.me/${post}` }));
  }
}

/** A picture and below it a line in italics: so themes of Jekyll have captions. */
function nameCaptions(root: DomElement): void {
  for (const image of elementsIn(root, "img")) {
    const { parentNode: holder } = image;
    if (holder?.nodeName !== "P" || attribute(image, "title") !== undefined) continue;
    const [first, words, ...others] = childNodesOf(holder).filter(
      (node) => node.nodeName !== "BR" && (isElement(node) || node.textContent.trim() !== ""),
    );
    if (first !== image || others.length > 0 || !/^(?:EM|I)$/.test(words?.nodeName ?? "")) continue;
    const caption = create(holder, "figcaption", {}, ...(words === undefined ? [] : [words]));
    holder.replaceWith(create(holder, "figure", {}, image, caption));
  }
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
    box.remove();
  }
}

function removeForeign(root: DomElement, references: HtmlReferences): void {
  for (const element of elementsIn(root, SILENTLY_REMOVED)) element.remove();
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
    element.remove();
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

/** Code becomes plain text: Markdown would show marks inside of it. */
function flattenCode(root: DomElement): void {
  for (const code of elementsIn(root, "pre code")) {
    for (const end of elementsIn(code, "br")) end.replaceWith("\n");
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
    const isOfHeading = leadsToOwnHeading(anchor);
    if (isOfHeading && !/[\p{L}\p{N}]/u.test(anchor.textContent)) anchor.remove();
    else if (isOfHeading || attribute(anchor, "href") === undefined) unwrap(anchor);
  }
}

/** Generators write links to a heading into it: «Раздел ¶». */
function leadsToOwnHeading(anchor: DomElement): boolean {
  const id = attribute(anchor.closest("h1, h2, h3, h4, h5, h6"), HEADING_ID);
  return id !== undefined && attribute(anchor, "href") === `#${id}`;
}

function setSmallThings(root: DomElement, references: HtmlReferences): void {
  for (const heading of elementsIn(root, "h1")) {
    const id = attribute(heading, HEADING_ID);
    const attributes: Record<string, string> = id === undefined ? {} : { [HEADING_ID]: id };
    heading.replaceWith(create(heading, "h2", attributes, ...childNodesOf(heading)));
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
