import type { Page } from "@playwright/test";
import { type Check, type Finding, listFinding } from "./finding.ts";
import { eachPage } from "./visit.ts";

/** The narrowest screen that WCAG 2.2 asks for (1.4.10), and letters twice as large (1.4.4). */
const LOOKS = [
  { what: "320 px", width: 320, letters: "100%" },
  { what: "640 px, letters of 200 %", width: 640, letters: "200%" },
] as const;

/** No page has to be scrolled sideways. */
export const checkOverflow: Check = (site, tell) => {
  return eachPage(site, tell, {}, async (tab, { kind }) => {
    const findings: Finding[] = [];
    for (const { what, width, letters } of LOOKS) {
      await tab.setViewportSize({ width, height: 800 });
      findings.push(listFinding(kind, what, await tooWide(tab, letters)));
    }
    return findings;
  });
};

/** @returns the elements that stick out, where the page can be scrolled sideways */
async function tooWide(page: Page, letters: string): Promise<string[]> {
  return page.evaluate((size) => {
    const root = document.documentElement;
    root.style.setProperty("font-size", size);
    const room = root.clientWidth;
    if (root.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > room + 0.5)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`${root.scrollWidth} px wide: ${[...new Set(wide)].slice(0, 5).join(", ")}`];
  }, letters);
}
