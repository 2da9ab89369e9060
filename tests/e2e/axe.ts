import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Rules that can give another answer in other colours; the rest read the document alone. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds on a page.
 *
 * @param about everything, or only what depends on colours: for a page that was read in others
 */
export async function violations(
  page: Page,
  about: "everything" | "colours" = "everything",
): Promise<unknown[]> {
  // Without it a second page is opened for each look, to be safe from pages that attack axe.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (about === "colours") axe.withRules(OF_COLOURS);
  return (await axe.analyze()).violations;
}
