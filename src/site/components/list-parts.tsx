import {
  formatMonth,
  formatMonthName,
  type Site,
  UNDATED,
  withPrefix,
} from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import { groupBy } from "../../language/maps.ts";
import type { ListPart, Props } from "../types.ts";

type PartsProps = Props<{ parts: readonly ListPart[] }>;

/** Links to the pages of a list's years; nothing where there are none. */
export function YearLinks({ parts, site }: PartsProps) {
  if (parts.length === 0) return null;
  return (
    <nav class="list-parts" aria-label={text(site, "list.byYear")}>
      <PartLinks parts={parts} site={site} nameOf={partName} />
    </nav>
  );
}

/** Links to the pages of a list's months, a row for each year; nothing where there are none. */
export function MonthLinks({ parts, site }: PartsProps) {
  if (parts.length === 0) return null;
  const years = groupBy(parts, ({ name }) => (name === UNDATED ? "" : name.slice(0, 4)));
  return (
    <nav id="months" class="list-parts" aria-label={text(site, "list.byMonth")}>
      {[...years].map(([year, months]) => (
        <section key={year}>
          {year === "" ? null : <h2>{year}</h2>}
          <PartLinks parts={months} site={site} nameOf={monthName} />
        </section>
      ))}
    </nav>
  );
}

type LinksProps = PartsProps & { nameOf: (name: string, site: Site) => string };

function PartLinks({ parts, site, nameOf }: LinksProps) {
  return (
    <ul>
      {parts.map(({ name, path, count }) => (
        <li key={path}>
          <a class="part-link" href={withPrefix(site, path)}>
            {nameOf(name, site)}
          </a>{" "}
          <span class="count">{count}</span>
        </li>
      ))}
    </ul>
  );
}

/** The year stands above the list, so that a month needs none. */
function monthName(name: string, site: Site): string {
  return name === UNDATED ? partName(name, site) : titled(formatMonthName(name, site.language));
}

/** @param name 2026-11, 2026 or UNDATED */
export function partName(name: string, site: Site): string {
  if (name === UNDATED) return text(site, "list.undated");
  return name.includes("-") ? titled(formatMonth(name, site.language)) : name;
}

function titled(month: string): string {
  return month.charAt(0).toUpperCase() + month.slice(1);
}
