import { entryOf } from "../../../language/maps.ts";
import { attempt } from "../../model/problem.ts";
import type { SourceText, TellNote } from "../imported-item.ts";
import { plainText } from "./plain-text.ts";
import { cutElements } from "./xml-cut.ts";
import { childrenOf, childText, parseElement, type XmlElement } from "./xml-element.ts";

/** A file that was uploaded to a blog. */
export interface Attachment {
  readonly id: string;
  readonly url: string;
  /** The number of the post that it was uploaded to. */
  readonly parent: string | undefined;
  readonly alt: string | undefined;
  readonly caption: string | undefined;
}

/** Records that posts of an export refer to by number, before or after the posts in the file. */
export interface BlogLibrary {
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** By the number of a post, in the order of the file. */
  readonly uploads: ReadonlyMap<string, readonly Attachment[]>;
  /** The texts of blocks that several posts share. */
  readonly blocks: ReadonlyMap<string, string>;
}

const KINDS = /<wp:post_type>\s*(?:<!\[CDATA\[)?(attachment|wp_block)\b/;

/** Reads an export for the records that its posts refer to. */
export function libraryOf(source: SourceText): BlogLibrary {
  const attachments = new Map<string, Attachment>();
  const uploads = new Map<string, Attachment[]>();
  const blocks = new Map<string, string>();
  for (const { xml, place } of cutElements(source, "item")) {
    const [, kind] = KINDS.exec(xml) ?? [];
    // A broken record is a problem of the reading of items.
    const root = kind && attempt([], () => parseElement(xml, place).root);
    const id = root && childText(root, "wp:post_id");
    if (!root || !id) continue;
    if (kind === "wp_block") blocks.set(id, childText(root, "content:encoded") ?? "");
    else addAttachment(root, id, attachments, uploads);
  }
  return { attachments, uploads, blocks };
}

function addAttachment(
  root: XmlElement,
  id: string,
  attachments: Map<string, Attachment>,
  uploads: Map<string, Attachment[]>,
): void {
  const url = childText(root, "wp:attachment_url", "guid");
  if (url === undefined) return;
  const parent = childText(root, "wp:post_parent");
  const alt = plainText(metaOf(root, "_wp_attachment_image_alt"));
  const caption = plainText(childText(root, "excerpt:encoded"));
  const attachment = { id, url, parent, alt, caption };
  attachments.set(id, attachment);
  if (parent === undefined || parent === "0") return;
  entryOf(uploads, parent, () => []).push(attachment);
}

/** @returns a field that a theme or a plugin gave to a post */
export function metaOf(element: XmlElement, key: string): string | undefined {
  const meta = childrenOf(element, "wp:postmeta").find(
    (one) => childText(one, "wp:meta_key") === key,
  );
  return meta && childText(meta, "wp:meta_value");
}

const SHARED = /<!--\s*wp:block\s*\{[^{}]*?"ref"\s*:\s*(\d+)[^{}]*\}\s*\/-->/g;

/** Levels of shared blocks: one that holds itself would have no end. */
const DEEPEST = 3;

/** @returns the text with the blocks in it that it shares with others */
export function withSharedBlocks(
  text: string,
  library: BlogLibrary,
  note: TellNote,
  depth = 0,
): string {
  return text.replace(SHARED, (_, id: string) => {
    const block = depth < DEEPEST ? library.blocks.get(id) : undefined;
    if (block === undefined) {
      note({
        what: "общего блока WordPress нет в файле, он не перенесён",
        detail: `№ ${id}`,
        written: id,
      });
      return "";
    }
    return `\n\n${withSharedBlocks(block, library, note, depth + 1)}\n\n`;
  });
}
