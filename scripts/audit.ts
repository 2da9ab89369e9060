import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../src/build/index.ts";
import { readArguments, runCommand } from "../src/cli/index.ts";
import { checkAxe } from "./audit/axe.ts";
import { checkFeeds, checkStructuredData } from "./audit/files.ts";
import { type AuditedSite, type Check, SITE_NAMES, type SiteName } from "./audit/finding.ts";
import { checkHtml } from "./audit/html.ts";
import { checkLighthouse } from "./audit/lighthouse.ts";
import { checkOverflow } from "./audit/overflow.ts";
import { takePictures } from "./audit/pictures.ts";
import { type CheckResult, isRight, summary, writeReport } from "./audit/report.ts";
import { checkShifts } from "./audit/shifts.ts";
import { withSite } from "./audit/sites.ts";
import { checkWeights } from "./audit/weights.ts";
import { openBrowser } from "./browser.ts";

const HELP = `npm run audit -- [параметры]

Собирает сайт этого проекта и архив из 1000 статей и проверяет их: скорость, доступность, вёрстку,
ленты. Отчёт — в test-results/audit; если что-то не так, код выхода 1.

  --site seed|archive|all   что проверять                       all
  --only ПРОВЕРКИ           через запятую: lighthouse,axe,…     все, кроме снимков (pictures)
  --to ПАПКА                куда положить отчёт                 test-results/audit`;

/** The quick ones first, so that a plain mistake shows early. */
const CHECKS: Readonly<Record<string, Check>> = {
  html: checkHtml,
  feeds: checkFeeds,
  data: checkStructuredData,
  weights: checkWeights,
  overflow: checkOverflow,
  shifts: checkShifts,
  axe: checkAxe,
  lighthouse: checkLighthouse,
  pictures: takePictures,
};

const FLAGS = {
  site: { type: "string", default: "all" },
  only: { type: "string" },
  to: { type: "string", default: "test-results/audit" },
  help: { type: "boolean", short: "h" },
} as const;

await runCommand(async () => {
  const { values } = readArguments({ options: FLAGS });
  if (values.help) return console.log(HELP);
  const [sites, checks] = [sitesOf(values.site), checksOf(values.only)];
  const folder = mkdtempSync(join(tmpdir(), "vestnik-audit-"));
  const browser = await openBrowser();
  const results: CheckResult[] = [];
  try {
    for (const name of sites) {
      const options = { folder, browser, report: values.to };
      results.push(...(await withSite(name, options, (site) => audit(site, checks))));
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  writeReport(results, values.to);
  console.log(`\n${summary(results)}\n\nReport: ${join(values.to, "audit.md")}`);
  if (!results.every(isRight)) process.exitCode = 1;
});

function sitesOf(given: string): readonly SiteName[] {
  if (given === "all") return SITE_NAMES;
  const name = SITE_NAMES.find((known) => known === given);
  if (name !== undefined) return [name];
  throw new UsageError(`Сайта «${given}» нет: есть ${SITE_NAMES.join(", ")} и all.`);
}

function checksOf(given: string | undefined): [string, Check][] {
  if (given === undefined) {
    return Object.entries(CHECKS).filter(([name]) => name !== "pictures");
  }
  return given.split(",").map((name) => {
    const check = CHECKS[name];
    if (check !== undefined) return [name, check];
    throw new UsageError(`Проверки «${name}» нет: есть ${Object.keys(CHECKS).join(", ")}.`);
  });
}

async function audit(site: AuditedSite, checks: readonly [string, Check][]) {
  const results: CheckResult[] = [];
  for (const [check, run] of checks) {
    console.log(`\n== ${check}, ${site.name}`);
    const start = performance.now();
    const findings = await run(site, (line) => console.log(line)).catch(brokenCheck);
    const seconds = (performance.now() - start) / 1000;
    results.push({ check, site: site.name, seconds, findings });
  }
  return results;
}

/** A check that cannot be done has failed; the others are still worth doing. */
function brokenCheck(error: unknown) {
  const details = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  return [{ page: "-", what: "the check itself", value: "broken", ok: false, details }];
}
