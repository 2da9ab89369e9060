import type { Page } from "@playwright/test";
import type { Check, Finding } from "./finding.ts";
import { visit } from "./visit.ts";

const WIDTHS = [390, 1440] as const;
/** How late fonts come on a slow connection, in milliseconds. */
const FONT_DELAY = 1500;
/** What comes after a page has loaded would come by then, in milliseconds. */
const AFTERMATH = 500;

interface Shift {
  readonly value: number;
  readonly sources: readonly string[];
}

/** Nothing on a page moves while it loads, whether fonts come at once or late: CLS is 0. */
export const checkShifts: Check = async (site, tell) => {
  const findings: Finding[] = [];
  for (const page of site.pages) {
    for (const width of WIDTHS) {
      const options = { viewport: { width, height: 900 } };
      const fast = await visit(site, page, options, shiftsOf, watchShifts);
      const late = await visit(site, page, options, shiftsOf, async (tab) => {
        await watchShifts(tab);
        await delayFonts(tab);
      });
      findings.push(findingOf(page.kind, `${width} px`, fast));
      findings.push(findingOf(page.kind, `${width} px, late fonts`, late));
    }
    tell(page.kind);
  }
  return findings;
};

function findingOf(page: string, what: string, shifts: readonly Shift[]): Finding {
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  const details = shifts.map(({ value, sources }) => `${value.toFixed(4)}: ${sources.join(", ")}`);
  return { page, what, value: sum === 0 ? "0" : sum.toFixed(4), ok: sum === 0, details };
}

async function delayFonts(page: Page): Promise<void> {
  await page.route(/\.woff2?$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, FONT_DELAY));
    await route.continue().catch(() => {});
  });
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(collectShifts);
}

async function shiftsOf(page: Page): Promise<Shift[]> {
  await page.waitForTimeout(AFTERMATH);
  return page.evaluate(() => (globalThis as unknown as ShiftWindow).layoutShifts);
}

interface ShiftWindow {
  layoutShifts: Shift[];
}

interface LayoutShift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Runs in the page. Shifts after input count as well, for nobody touches the page here. */
function collectShifts(): void {
  const shifts: Shift[] = [];
  (globalThis as unknown as ShiftWindow).layoutShifts = shifts;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as LayoutShift[]) {
      const sources = entry.sources.map(({ node }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        return `${element?.tagName.toLowerCase()}.${element?.className}`;
      });
      shifts.push({ value: entry.value, sources });
    }
  }).observe({ type: "layout-shift", buffered: true });
}
