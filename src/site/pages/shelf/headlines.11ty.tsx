import { DaySection, groupByDay } from "../../components/headlines.tsx";
import { PageHead } from "../../components/page-head.tsx";
import { page } from "../../page.tsx";
import type { ShelfPageData } from "../../types.ts";

/** How many dated headlines the first page shows; older ones are on the pages of their days. */
const LATEST = 100;

export const data = { permalink: "/headlines/index.html" };

export const render = page(({ site, shelf: { headlines } }: ShelfPageData) => {
  const dated = headlines.filter((headline) => headline.date !== undefined);
  const undated = headlines.filter((headline) => headline.date === undefined);
  const days = groupByDay([...dated.slice(0, LATEST), ...undated]);
  return {
    title: "Заголовки",
    path: "/headlines/",
    body: (
      <div class="page">
        <PageHead title="Заголовки" site={site} />
        {days.length === 0 ? <p>Заголовков пока нет.</p> : null}
        {days.map((day) => (
          <DaySection key={day.headlines[0].path} day={day} site={site} />
        ))}
      </div>
    ),
  };
});
