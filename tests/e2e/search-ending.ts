import { expect, type Locator, type Page } from "@playwright/test";

/** With a slip, so that all kinds of the lexicon are asked; with filters, so that tables are. */
export const SEARCH = `search/?${new URLSearchParams({ q: "мост Заричинск", topic: "Мосты", sort: "date" })}`;

export const alertOf = (page: Page): Locator => page.locator("main [role=alert]");
const again = (page: Page) => alertOf(page).getByRole("button");

/** Waits until the page has said how it ended: with results, or with a message. */
export async function ending(page: Page): Promise<"answer" | "message"> {
  const found = page.locator(".result-title, .nothing");
  await expect(found.or(again(page)).first()).toBeVisible();
  return (await again(page).isVisible()) ? "message" : "answer";
}
