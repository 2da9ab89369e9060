import type { Note } from "../imported-item.ts";
import { outsideCode } from "./outside-code.ts";

/** What TeX is told by: prices in dollars have none of it, nor names of variables: «$user_id». */
const TEX = /\\[a-z]|\^|(?<![a-z])[a-z]_(?:\{|[a-z\d](?![a-z\d]))/i;

/** Lines that are set in are code, or a part of a list, in which formulas are rare. */
const SET_IN = /(?:^|\n)(?: {4}|\t)[^\n]*$/;

/** Formulas are short: what is longer is two dollars far apart. In characters. */
const LONGEST = 2000;

const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`\$\$((?:(?!\$\$)[\s\S]){1,${LONGEST}}?)\$\$`, "g"),
  new RegExp(String.raw`\\\\?\[((?:(?!\\\[)[\s\S]){1,${LONGEST}}?)\\\\?\]`, "g"),
  new RegExp(String.raw`\\\\?\(((?:(?!\\\(|\n\s*\n)[\s\S]){1,${LONGEST}}?)\\\\?\)`, "g"),
  /(?<![\\$\w])\$(?![\s$])([^$\n]{1,300}?)(?<![\s\\])\$(?![\d$])/g,
];

interface Text {
  readonly markdown: string;
  readonly notes: readonly Note[];
}

/**
 * Keeps formulas as they are typed, as code: the signs of TeX mean other things to Markdown, and no page
 * of the site runs a program that would draw them.
 */
export function withoutFormulas({ markdown, notes }: Text): Text {
  if (!/\$|\\[[(]/.test(markdown)) return { markdown, notes };
  const told: Note[] = [];
  const text = FORMS.reduce((all, form) => {
    return outsideCode(all, (part) => {
      return part.replace(form, (found: string, tex: string, offset: number) => {
        const isCode =
          !found.startsWith("$$") && SET_IN.test(part.slice(Math.max(0, offset - 500), offset));
        if (isCode || !TEX.test(tex)) return found;
        told.push({ what: "формула осталась записью LaTeX", detail: tex.trim().slice(0, 100) });
        const isApart = isAlone(part, offset, found.length);
        return isApart ? `\n\`\`\`latex\n${tex.trim()}\n\`\`\`\n` : inLine(tex);
      });
    });
  }, markdown);
  return { markdown: text, notes: [...notes, ...told] };
}

/** Whether it has its lines for itself. */
function isAlone(text: string, offset: number, length: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, offset - 200), offset)) &&
    /^[ \t]*(?:\n|$)/.test(text.slice(offset + length, offset + length + 200))
  );
}

function inLine(tex: string): string {
  const code = tex.replace(/\s+/g, " ").trim();
  return code.includes("`") ? `\`\` ${code} \`\`` : `\`${code}\``;
}
