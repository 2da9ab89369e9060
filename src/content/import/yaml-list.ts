import { type Document, isSeq, parseDocument, type YAMLSeq } from "yaml";

/**
 * Adds entries to a list in YAML. Its own entries and comments stay as they are.
 *
 * @param text of the file; anything else than a list is replaced
 * @param change changes more in the document
 * @returns the whole new text
 */
export function withEntries(
  text: string,
  entries: readonly unknown[],
  change?: (document: Document.Parsed) => void,
): string {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) document.contents = document.createNode([]) as YAMLSeq.Parsed;
  for (const entry of entries) document.add(document.createNode(entry));
  change?.(document);
  return document.toString({ lineWidth: 0 });
}
