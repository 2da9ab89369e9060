import type { ComponentChildren } from "preact";
import { type Site, withPrefix } from "../../content/index.ts";
import type { Crumb } from "../types.ts";
import { replaceable } from "./replaceable.tsx";

interface Props {
  readonly title: string;
  readonly site: Site;
  /** The pages above it. */
  readonly trail?: readonly Crumb[];
  /** Beside the title: a number, a feed. */
  readonly children?: ComponentChildren;
}

/** The title of a page that is not an article, with the way to it. */
export const PageHead = replaceable("PageHead", OurPageHead);

function OurPageHead({ title, site, trail = [], children }: Props) {
  return (
    <>
      {trail.length === 0 ? null : (
        <p class="kicker">
          {trail.map(({ name, path }) => (
            <a key={path} href={withPrefix(site, path)}>
              {name}
            </a>
          ))}
        </p>
      )}
      <div class="page-head">
        <h1>{title}</h1>
        {children}
      </div>
    </>
  );
}
