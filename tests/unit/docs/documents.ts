import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A document as its readers see it. */
export interface Document {
  /** From the project's folder. */
  readonly path: string;
  readonly text: string;
  /** Lines of code blocks, and pieces of code in the text, each on one line. */
  readonly code: readonly string[];
  /** The text without any code. */
  readonly prose: string;
}

const FENCED = /^```[^\n]*\n(.*?)^```$/gms;
const INLINE = /`([^`]+)`/g;

function readDocument(path: string): Document {
  const text = readFileSync(path, "utf8");
  const blocks = [...text.matchAll(FENCED)].flatMap(([, block = ""]) => block.split("\n"));
  const unfenced = text.replaceAll(FENCED, "");
  const pieces = [...unfenced.matchAll(INLINE)].map(([, piece = ""]) => piece);
  const code = [...blocks, ...pieces.map((piece) => piece.replaceAll(/\s+/g, " "))];
  return { path, text, code, prose: unfenced.replaceAll(INLINE, "") };
}

/** README.md and all of docs. */
export const DOCUMENTS: readonly Document[] = [
  "README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
].map(readDocument);

/** @throws Error where there is none */
export function documentAt(path: string): Document {
  const document = DOCUMENTS.find((one) => one.path === path);
  if (document === undefined) throw new Error(`No document ${path}`);
  return document;
}

/**
 * The cells of the first table under a heading, without the head of the table.
 *
 * @param heading as it is written, with its signs
 */
export function tableUnder({ text }: Document, heading: string): string[][] {
  const [, section = ""] = text.split(`\n${heading}\n`);
  const lines = section.split("\n");
  const start = lines.findIndex((line) => line.startsWith("|"));
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return rest.slice(2, end).map((line) => {
    return line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  });
}

/** @returns what stands in a cell as code */
export function codeIn(cell: string | undefined): string {
  return /`([^`]+)`/.exec(cell ?? "")?.[1] ?? "";
}

/** The anchors that GitHub gives to headings. */
export function anchorsOf({ text }: Document): Set<string> {
  const headings = text.replaceAll(FENCED, "").matchAll(/^#{1,6} (.+)$/gm);
  return new Set(
    [...headings].map(([, heading = ""]) => {
      const plain = heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "");
      return plain.trim().replaceAll(" ", "-");
    }),
  );
}
