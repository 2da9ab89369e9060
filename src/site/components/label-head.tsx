import { withPrefix } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { Crumb, LabelSummary, Props } from "../types.ts";
import { PageHead } from "./page-head.tsx";

type HeadProps = Props<{ label: LabelSummary; trail?: readonly Crumb[] }>;

/** The title of a label's page, with how much belongs to it and its feed. */
export function LabelHead({ label, site, trail = [] }: HeadProps) {
  return (
    <PageHead title={label.name} site={site} trail={trail}>
      <span class="counted-feed">
        <MaterialCount count={label.count} site={site} />
        <a class="feed-link" href={withPrefix(site, `${label.path}rss.xml`)}>
          RSS
        </a>
      </span>
    </PageHead>
  );
}

/** «5 материалов» */
export function MaterialCount({ count, site }: Props<{ count: number }>) {
  return <span class="count">{text(site, "list.items", { count })}</span>;
}
