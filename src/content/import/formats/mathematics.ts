import type { Note } from "../imported-item.ts";
import { outsideCode } from "./outside-code.ts";

/** A sign of TeX, which prices in dollars and names such as «$user_id» do not have. */
const TEX = /\\[a-z]|\^|(?<![a-z])[a-z]_(?:\{|[a-z\d](?![a-z\d]))/i;

/** Indented lines are code, or parts of lists, where formulas are rare. */
const SET_IN = /(?:^|\n)(?: {4}|\t)[^\n]*$/;

/** In characters; more is two dollars far apart. */
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
 * Makes code of formulas, as typed: Markdown reads signs of TeX as its own, and the site has no program
 * that draws formulas.
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
