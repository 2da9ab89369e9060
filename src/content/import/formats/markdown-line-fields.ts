import type { LooseRecord } from "./loose-record.ts";
import type { MarkdownParts } from "./markdown-header.ts";

/** «.. title: Мост», of Nikola, often in a comment of HTML. */
const NIKOLA = /^\.\.\s+([\w-]+)\s*:\s*(.*)$/;

/** «Title: Мост», of Pelican and MultiMarkdown. */
const PELICAN = /^([a-z][\w-]*):(?:\s+(.*))?$/i;

/** One of these has to be there: a text may begin with «Внимание: …». */
const SURE = new Set(["title", "date", "slug"]);

/**
 * Reads fields that stand line by line above a text, up to a blank one.
 *
 * @param first the first line that is not blank
 * @returns nothing where there are none
 */
export function lineFields(lines: readonly string[], first: number): MarkdownParts | undefined {
  const isComment = /^<!--[ \t]*$/.test(lines[first] ?? "");
  const from = isComment ? first + 1 : first;
  if (NIKOLA.test(lines[from] ?? "")) {
    const end = lines.findIndex((line, index) => index >= from && !NIKOLA.test(line));
    const to = end === -1 ? lines.length : end;
    const isClosed = isComment && /^\s*-->[ \t]*$/.test(lines[to] ?? "");
    return partsAt(lines, to + (isClosed ? 1 : 0), fieldsOf(lines.slice(from, to), NIKOLA));
  }
  if (isComment || !PELICAN.test(lines[first] ?? "")) return undefined;
  return pelican(lines, first);
}

function pelican(lines: readonly string[], first: number): MarkdownParts | undefined {
  const end = lines.findIndex((line, index) => index >= first && line.trim() === "");
  const to = end === -1 ? lines.length : end;
  const head = lines.slice(first, to);
  if (!head.every((line) => PELICAN.test(line) || /^\s{2,}\S/.test(line))) return undefined;
  const fields = fieldsOf(head, PELICAN);
  return Object.keys(fields).some((name) => SURE.has(name))
    ? partsAt(lines, to, fields)
    : undefined;
}

/** A line that begins with spaces continues the field above. */
function fieldsOf(lines: readonly string[], form: RegExp): LooseRecord {
  const fields: Record<string, string> = {};
  let last = "";
  for (const line of lines) {
    const [, name, value = ""] = form.exec(line) ?? [];
    if (name === undefined) fields[last] = `${fields[last] ?? ""} ${line.trim()}`.trim();
    else {
      last = name.toLowerCase();
      fields[last] = value.trim();
    }
  }
  return fields;
}

function partsAt(lines: readonly string[], body: number, fields: LooseRecord): MarkdownParts {
  return { fields, notes: [], body: lines.slice(body).join("\n") };
}
