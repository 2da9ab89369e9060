import { isVisible } from "../model/control-characters.ts";

/** A raw text as agencies send it: paragraphs, and lines that begin with «- ». */
export interface RawText {
  readonly paragraphs: readonly string[];
  readonly headlines: readonly string[];
  /** How many paragraphs come after a headline; they belong to the article too. */
  readonly lateParagraphs: number;
}

/** @param text lines: «- » begins a headline, any other visible one is a paragraph */
export function parseRawText(text: string): RawText {
  const paragraphs: string[] = [];
  const headlines: string[] = [];
  let lateParagraphs = 0;
  for (const line of text.split("\n").map((row) => row.trim())) {
    if (!isVisible(line)) continue;
    const headline = /^-\s+(.*)$/.exec(line)?.[1];
    if (headline !== undefined && isVisible(headline)) headlines.push(headline);
    else {
      paragraphs.push(line);
      if (headlines.length > 0) lateParagraphs++;
    }
  }
  return { paragraphs, headlines, lateParagraphs };
}
