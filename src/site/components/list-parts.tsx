import { formatMonth, type Site, UNDATED, withPrefix } from "../../content/index.ts";
import { groupBy } from "../group-by.ts";
import type { ListPart } from "../types.ts";

interface Props {
  readonly parts: readonly ListPart[];
  readonly site: Site;
}

/** Links to the pages of a list's years; nothing where there are none. */
export function YearLinks({ parts, site }: Props) {
  if (parts.length === 0) return null;
  return (
    <nav class="list-parts" aria-label="По годам">
      <PartLinks parts={parts} site={site} nameOf={partName} />
    </nav>
  );
}

/** Links to the pages of a list's months, a row for each year; nothing where there are none. */
export function MonthLinks({ parts, site }: Props) {
  if (parts.length === 0) return null;
  const years = groupBy(parts, ({ name }) => (name === UNDATED ? "" : name.slice(0, 4)));
  return (
    <nav id="months" class="list-parts" aria-label="По месяцам">
      {[...years].map(([year, months]) => (
        <section key={year}>
          {year === "" ? null : <h2>{year}</h2>}
          <PartLinks parts={months} site={site} nameOf={monthName} />
        </section>
      ))}
    </nav>
  );
}

function PartLinks({ parts, site, nameOf }: Props & { nameOf: (name: string) => string }) {
  return (
    <ul>
      {parts.map(({ name, path, count }) => (
        <li key={path}>
          <a class="part-link" href={withPrefix(site, path)}>
            {nameOf(name)}
          </a>{" "}
          <span class="count">{count}</span>
        </li>
      ))}
    </ul>
  );
}

/** The year stands above the list, so that a month needs none. */
function monthName(name: string): string {
  return partName(name).replace(/ \d+$/, "");
}

/** @param name 2026-11, 2026 or UNDATED */
export function partName(name: string): string {
  if (name === UNDATED) return "Без даты";
  const shown = name.includes("-") ? formatMonth(name) : name;
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}
