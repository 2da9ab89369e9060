import { z } from "zod";
import { askNpm, type NpmAnswer } from "./npm.ts";
import type { CheckResult } from "./result.ts";

const advisorySchema = z.object({ title: z.string(), url: z.string().optional() });

const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.enum(["info", "low", "moderate", "high", "critical"]),
      range: z.string(),
      /** Advisories, or the names of packages that bring the hole along. */
      via: z.array(z.union([z.string(), advisorySchema])),
    }),
  ),
});

const refusalSchema = z.object({ message: z.string() });

type Hole = z.infer<typeof reportSchema>["vulnerabilities"][string];

/** Asks the registry for known holes, of what builds sites and of everything. */
export async function auditDependencies(): Promise<CheckResult> {
  const [production, all] = await Promise.all([askNpm(["audit", "--omit=dev"]), askNpm(["audit"])]);
  return judgeAudit(production, all);
}

/**
 * A hole of high or critical severity in what builds sites fails; others, and a registry that does not
 * answer, are told.
 *
 * @param production what `npm audit --omit=dev` said
 * @param all what `npm audit` said
 */
export function judgeAudit(production: NpmAnswer, all: NpmAnswer): CheckResult {
  const [building, every] = [holesOf(production), holesOf(all)];
  if (typeof building === "string" || typeof every === "string") {
    const reason = typeof building === "string" ? building : every;
    const note = `not checked: the registry gave no answer (${reason})`;
    return { check: "audit", summary: "not checked", failures: [], notes: [note] };
  }
  const isGrave = ([, { severity }]: [string, Hole]) => /^(?:high|critical)$/.test(severity);
  const grave = Object.entries(building).filter(isGrave);
  const graveNames = new Set(grave.map(([name]) => name));
  const others = Object.entries({ ...every, ...building }).filter(
    ([name]) => !graveNames.has(name),
  );
  return {
    check: "audit",
    summary: `${Object.keys(building).length} known holes in what builds, ${Object.keys(every).length} in all`,
    failures: grave.map(([name, hole]) => told(name, hole, true)),
    notes: others.map(([name, hole]) => told(name, hole, name in building)),
  };
}

/** @returns why there are none, where the registry has not told */
function holesOf(answer: NpmAnswer): Readonly<Record<string, Hole>> | string {
  if ("reason" in answer) return answer.reason;
  const report = reportSchema.safeParse(answer.json);
  if (report.success) return report.data.vulnerabilities;
  const refusal = refusalSchema.safeParse(answer.json);
  return refusal.success ? refusal.data.message : "its answer has another form";
}

function told(name: string, { severity, range, via }: Hole, isProduction: boolean): string {
  const reasons = via.map((one) =>
    typeof one === "string" ? `through ${one}` : [one.title, one.url].filter(Boolean).join(" "),
  );
  const part = isProduction ? "builds" : "tests";
  const label = range === "" ? name : `${name} ${range}`;
  return `${label} (${part}): ${severity}: ${reasons.join("; ")}`;
}
