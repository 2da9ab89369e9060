import { formatMonth, type Site, UNDATED, withPrefix } from "../../content/index.ts";
import type { ListPart } from "../types.ts";

interface Props {
  readonly parts: readonly ListPart[];
  readonly label: string;
  readonly site: Site;
}

/** Links to the pages of a list's years or months; nothing where there are none. */
export function ListParts({ parts, label, site }: Props) {
  if (parts.length === 0) return null;
  return (
    <nav class="list-parts" aria-label={label}>
      <ul>
        {parts.map(({ name, path, count }) => (
          <li key={path}>
            <a href={withPrefix(site, path)}>{partName(name)}</a> <span class="count">{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** @param name 2026-11, 2026 or UNDATED */
export function partName(name: string): string {
  if (name === UNDATED) return "Без даты";
  const shown = name.includes("-") ? formatMonth(name) : name;
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}
