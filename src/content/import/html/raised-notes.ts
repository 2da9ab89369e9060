import {
  attribute,
  childNodesOf,
  type DomElement,
  elementsIn,
  firstIn,
  isText,
  removeNode,
  replaceNode,
} from "./dom.ts";

/** What a sign of a note looks like: 1, [1], (1), *, †. */
const SIGN = /^[[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?$/;

/** What leads from a note back to its sign. */
const BACK = /^(?:[↩↑^⬆]\ufe0e?\ufe0f?|[[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?\.?|наверх|назад)$/i;

const ARROW = /^[↩↑^⬆]\ufe0e?\ufe0f?$/;

/** Blocks that may be a note. */
const BLOCK = "li, p, dd, div, aside";

interface Note {
  readonly block: DomElement;
  readonly number: number;
}

/**
 * Makes footnotes of raised signs that lead to a block further down, as the block editor of WordPress and
 * editors of pages write them.
 *
 * @param root is changed in place: signs and blocks get the classes that footnotes of Markdown have
 */
export function pairRaisedNotes(root: DomElement): void {
  const targets = targetsIn(root);
  const order = new Map(elementsIn(root).map((element, index) => [element, index]));
  const isBelow = (block: DomElement, anchor: DomElement): boolean =>
    (order.get(block) ?? 0) > (order.get(anchor) ?? 0);
  const notes = new Map<DomElement, Note>();
  let number = highestNumber(root);
  for (const anchor of elementsIn(root, "a")) {
    const block = noteOf(anchor, targets);
    const around = anchor.closest(BLOCK);
    if (block === undefined || !isBelow(block, anchor)) continue;
    if (around !== null && notes.has(around)) continue;
    const note = notes.get(block) ?? { block, number: ++number };
    notes.set(block, note);
    setSign(anchor, note.number);
  }
  for (const note of notes.values()) setNote(root, note, targets);
  if (notes.size > 0) removeLastRule(root);
}

/** Footnotes of Markdown, which may stand in the same text, have numbers already. */
function highestNumber(root: DomElement): number {
  const numbers = elementsIn(root, "li").map((one) =>
    Number(/^fn(\d+)$/.exec(attribute(one, "id") ?? "")?.[1] ?? 0),
  );
  return Math.max(0, ...numbers);
}

function targetsIn(root: DomElement): Map<string, DomElement> {
  const targets = new Map<string, DomElement>();
  for (const element of elementsIn(root)) {
    const name = element.nodeName === "A" ? attribute(element, "name") : undefined;
    for (const id of [attribute(element, "id"), name]) {
      if (id !== undefined && !targets.has(id)) targets.set(id, element);
    }
  }
  return targets;
}

function targetOf(anchor: DomElement, targets: ReadonlyMap<string, DomElement>) {
  const [, id = ""] = /^#(.+)$/.exec(attribute(anchor, "href") ?? "") ?? [];
  return targets.get(id);
}

function noteOf(
  anchor: DomElement,
  targets: ReadonlyMap<string, DomElement>,
): DomElement | undefined {
  const raised = anchor.closest("sup");
  if (raised === null || raised.className.includes("footnote-ref")) return undefined;
  if (!SIGN.test(anchor.textContent.trim())) return undefined;
  const block = targetOf(anchor, targets)?.closest(BLOCK) ?? undefined;
  if (block === undefined || block.contains(anchor)) return undefined;
  return block.className.includes("footnote-item") ? undefined : block;
}

function setSign(anchor: DomElement, number: number): void {
  const { ownerDocument } = anchor;
  const sign = ownerDocument.createElement("sup");
  sign.setAttribute("class", "footnote-ref");
  const link = ownerDocument.createElement("a");
  link.setAttribute("href", `#fn${number}`);
  link.textContent = `[${number}]`;
  sign.appendChild(link);
  const raised = anchor.closest("sup");
  const isAlone = raised !== null && raised.textContent.trim() === anchor.textContent.trim();
  replaceNode(isAlone ? raised : anchor, sign);
}

function setNote(
  root: DomElement,
  { block, number }: Note,
  targets: ReadonlyMap<string, DomElement>,
): void {
  const { ownerDocument } = root;
  for (const back of elementsIn(block, "a")) {
    if (isBack(back, targets)) removeNode(back);
  }
  const item = ownerDocument.createElement("li");
  item.setAttribute("id", `fn${number}`);
  item.setAttribute("class", "footnote-item");
  trimSign(block);
  for (const child of childNodesOf(block)) item.appendChild(child);
  const list = block.parentNode;
  removeNode(block);
  if (list?.nodeName === "OL" || list?.nodeName === "UL") removeIfEmpty(list);
  root.appendChild(item);
}

/** An arrow may lead to a sign that has lost its name; a number then is a link of another kind. */
function isBack(anchor: DomElement, targets: ReadonlyMap<string, DomElement>): boolean {
  const text = anchor.textContent.trim();
  const isOwn = attribute(anchor, "name") !== undefined || targetOf(anchor, targets) !== undefined;
  return isOwn ? BACK.test(text) : ARROW.test(text) && isInside(anchor);
}

function isInside(anchor: DomElement): boolean {
  return attribute(anchor, "href")?.startsWith("#") === true;
}

/** «1. » or «[1]» at the beginning of a note is its sign once more. */
function trimSign(block: DomElement): void {
  const sup = firstIn(block, "sup");
  if (sup !== undefined && sup === firstNode(block) && SIGN.test(sup.textContent.trim()))
    removeNode(sup);
  const first = firstNode(block);
  if (isText(first)) first.data = first.data.replace(/^\s*(?:[[(]\d{1,3}[\])]|[*†‡]{1,3})\s*/, "");
}

function firstNode(block: DomElement) {
  return childNodesOf(block).find((node) => node.textContent.trim() !== "") ?? null;
}

function removeIfEmpty(list: { readonly textContent: string } & Parameters<typeof removeNode>[0]) {
  if (list.textContent.trim() === "") removeNode(list);
}

/** A line that stood above the notes stands above nothing now. */
function removeLastRule(root: DomElement): void {
  const isNote = (node: unknown): boolean =>
    /footnote-item/.test((node as { className?: string }).className ?? "");
  const last = childNodesOf(root).findLast((node) => {
    return !isNote(node) && (node.nodeName === "HR" || node.textContent.trim() !== "");
  });
  if (last?.nodeName === "HR") removeNode(last);
}
