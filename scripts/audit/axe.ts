import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type Check, type Finding, listFinding } from "./finding.ts";
import { eachPage } from "./visit.ts";

/** The ways in which a page is looked at. */
const LOOKS = [
  { what: "light", width: 1280, colorScheme: "light", forcedColors: "none" },
  { what: "dark", width: 1280, colorScheme: "dark", forcedColors: "none" },
  { what: "320 px, light", width: 320, colorScheme: "light", forcedColors: "none" },
  { what: "320 px, dark", width: 320, colorScheme: "dark", forcedColors: "none" },
  { what: "forced colors", width: 1280, colorScheme: "light", forcedColors: "active" },
] as const;

/**
 * axe with all of its rules on every kind of page: no violations. Without motion, for a colour on its way to
 * another has no contrast.
 */
export const checkAxe: Check = (site, tell) => {
  return eachPage(site, tell, { reducedMotion: "reduce" }, async (tab, { kind }) => {
    const findings: Finding[] = [];
    for (const { what, width, ...media } of LOOKS) {
      await tab.setViewportSize({ width, height: 900 });
      await tab.emulateMedia({ ...media, reducedMotion: "reduce" });
      findings.push(listFinding(kind, what, await violations(tab)));
    }
    return findings;
  });
};

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze();
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`),
  );
}
