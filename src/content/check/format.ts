import { withPlural } from "../../language/index.ts";
import { gatherAlike } from "../model/alike.ts";
import { harmless } from "../model/control-characters.ts";
import { displayPath } from "../model/problem.ts";
import type { ChangedLine } from "./changed-lines.ts";
import { byHarm, type Finding, type Kind, type Rule, type Severity } from "./finding.ts";
import type { CheckReport } from "./index.ts";

/** For people, for GitHub Actions, for programs. */
export type CheckFormat = "text" | "github" | "json";

/** Findings of one kind that are shown of a file; a report is read by people. */
const MOST_ALIKE = 3;

const NAMES: Readonly<Record<Severity, string>> = {
  error: "ошибка",
  warning: "замечание",
  note: "сведения",
};

/**
 * @param only of which kinds the report was asked to tell; of all by default
 * @returns the report as it is printed, ending in a summary
 */
export function formatReport(
  report: CheckReport,
  format: CheckFormat,
  only: readonly Kind[] = [],
): string {
  if (format === "json") return toJson(report);
  // Notes are counted, and listed where they are asked for.
  const isShown = (finding: Finding): boolean =>
    finding.severity !== "note" || only.includes(finding.rule) || only.includes("note");
  const shown = report.findings.filter(isShown);
  const counted = report.findings.filter((finding) => !isShown(finding));
  const findings =
    format === "github"
      ? shown.map(toAnnotation).join("\n")
      : toText(only.length > 0 ? shown : gatherErrors(shown), only.length > 0);
  const changes = (report.changes ?? []).map(changeText).join("\n");
  const end = [...countsOf(counted), summaryOf(report)].join("\n");
  return [changes, findings, end].filter((part) => part !== "").join("\n\n");
}

/** What notes of a rule are called together. */
const COUNTED: Readonly<Partial<Record<Rule, string>>> = {
  typography: "Типографику сайт поставит сам",
  "topic-added": "Темы, добавленные по словам",
  author: "Авторы без страницы",
};

function countsOf(findings: readonly Finding[]): string[] {
  return Object.entries(COUNTED).flatMap(([rule, name]) => {
    const own = findings.filter((finding) => finding.rule === rule);
    if (own.length === 0) return [];
    const places = withPlural(own.length, ["место", "места", "мест"]);
    const files = new Set(own.map(({ file }) => file)).size;
    return [`${name}: ${places}, файлов: ${files} (показать: npm run check -- --only ${rule}).`];
  });
}

/** @returns how many findings of each kind there are, in Russian */
function summaryOf({ findings, hidden, files, mended, changes = [] }: CheckReport): string {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    `Проверено файлов: ${files}`,
    withPlural(count("error"), ["ошибка", "ошибки", "ошибок"]),
    withPlural(count("warning"), ["замечание", "замечания", "замечаний"]),
    ...(mended.size > 0 ? [`исправлено файлов: ${mended.size}`] : []),
    ...(changes.length > 0 ? [`--fix изменит строк: ${changes.length}`] : []),
    ...(hidden > 0 ? [`не показано другого: ${hidden}`] : []),
  ];
  const fixable = findings.filter(({ isFixable }) => isFixable === true).length;
  const hint = fixable > 0 ? `\nМожно исправить само: ${fixable} (npm run check -- --fix).` : "";
  return `${parts.join(", ")}.${hint}`;
}

/** As a diff shows it, with the spaces and the line end that go or come where they cannot be seen. */
function changeText({ file, line, before, after }: ChangedLine): string {
  const shown = (sign: string, text: string | undefined): string[] => {
    if (text === undefined) return [];
    const words = text.trimEnd();
    const ending = text === "" ? "⏎" : "·".repeat(text.length - words.length);
    return [`${sign} ${harmless(words)}${ending}`];
  };
  return [`${displayPath(file)}:${line}`, ...shown("-", before), ...shown("+", after)].join("\n");
}

/** Errors that many files have in the same words; asked for by its kind, each is shown. */
function gatherErrors(findings: readonly Finding[]): Finding[] {
  const isError = ({ severity }: Finding): boolean => severity === "error";
  const errors = gatherAlike(findings.filter(isError));
  return [...errors, ...findings.filter((finding) => !isError(finding))].toSorted(byHarm);
}

/** @param findings the worst first: of a file those stand together that stand one behind the other */
function toText(findings: readonly Finding[], isWhole: boolean): string {
  const groups: Finding[][] = [];
  for (const finding of findings) {
    const last = groups.at(-1);
    const isSame = last?.[0]?.file === finding.file && last[0].severity === finding.severity;
    if (isSame) last.push(finding);
    else groups.push([finding]);
  }
  return groups.map((own) => fileText(own, isWhole)).join("\n\n");
}

function fileText(findings: readonly Finding[], isWhole: boolean): string {
  const seen = new Map<Rule, number>();
  const [shown, more]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    const isOneOfFew = isWhole || finding.severity === "error" || count <= MOST_ALIKE;
    (isOneOfFew ? shown : more).push(finding);
  }
  const rules = [...new Set(more.map(({ rule }) => rule))].join(",");
  const rest =
    more.length === 0 ? [] : [`  и ещё таких же: ${more.length} (все — с --only ${rules})`];
  return [displayPath(findings[0]?.file ?? ""), ...shown.map(findingText), ...rest].join("\n");
}

function findingText({ severity, message, mend, ...place }: Finding): string {
  const where = [displayPath(place.file), place.line, place.column];
  const start = where.filter((part) => part !== undefined).join(":");
  return `  ${start}: ${NAMES[severity]}: ${message}\n      Как исправить: ${mend}`;
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function toAnnotation({ severity, file, line = 1, column = 1, message, mend }: Finding): string {
  const where = `file=${property(displayPath(file))},line=${line},col=${column}`;
  return `::${COMMANDS[severity]} ${where}::${escaped(`${message}\nКак исправить: ${mend}`)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function toJson({ findings, hidden, files, mended, changes = [] }: CheckReport): string {
  const shown = findings.map(({ file, isFixable = false, ...finding }) => {
    return { file: displayPath(file), ...finding, fixable: isFixable };
  });
  const changed = [...mended].map(([file, places]) => ({ file: displayPath(file), places }));
  const would = changes.map(({ file, ...change }) => ({ file: displayPath(file), ...change }));
  return JSON.stringify(
    { files, findings: shown, hidden, mended: changed, changes: would },
    null,
    2,
  );
}
