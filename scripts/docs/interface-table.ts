import { english, type MessageKey, type Plural, russian } from "../../src/interface/index.ts";

const HEAD = "| ключ | по-русски | по-английски |\n| --- | --- | --- |\n";

/** @returns the page of all strings, its table made of the records anew */
export function withInterfaceTable(page: string): string {
  return page.slice(0, page.indexOf(HEAD)) + HEAD + interfaceTable();
}

/** @returns a row for each string */
function interfaceTable(): string {
  const keys = Object.keys(russian) as MessageKey[];
  const rows = keys.map((key) => `| \`${key}\` | ${cell(russian[key])} | ${cell(english[key])} |`);
  return `${rows.join("\n")}\n`;
}

/** What is not broken in the middle needs no sign of its own in a table. */
function cell(message: string | Plural): string {
  const text =
    typeof message === "string"
      ? message
      : Object.entries(message)
          .map(([category, form]) => `${category}: ${form}`)
          .join("<br>");
  return text.replaceAll("\u00a0", " ").replaceAll("|", "\\|");
}
