import type { FunctionComponent, VNode } from "preact";
import type { ComponentName, SlotName } from "./component-names.ts";

/** A newspaper's own component: it gets the properties of ours, and ours itself as `original`. */
export type Replacement<Props extends object = object> = (
  properties: Props & { readonly original: FunctionComponent<Props> },
) => VNode | string | null;

/** A newspaper's own component has failed. */
export class ReplacementError extends Error {
  readonly component: string;

  constructor(component: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.component = component;
  }
}

/** Of the newspaper whose pages are rendered in this process, by the names of ours. */
let replacements: ReadonlyMap<string, Replacement> = new Map();

/** Renders pages from now on with a newspaper's own components; the map may be empty. */
export function replaceComponents(own: ReadonlyMap<string, Replacement>): void {
  replacements = own;
}

/**
 * @param name by which a newspaper may replace it
 * @param ours is shown where none does
 * @returns the component that pages use
 */
export function replaceable<Props extends object>(
  name: ComponentName | SlotName,
  ours: FunctionComponent<Props>,
): FunctionComponent<Props> {
  return (properties) => {
    const own = replacements.get(name) as Replacement<Props> | undefined;
    if (own === undefined) return ours(properties);
    try {
      return own({ ...properties, original: ours });
    } catch (error) {
      throw new ReplacementError(name, error);
    }
  };
}

/** @returns a place that is empty until a newspaper puts something there */
export function slot<Props extends object>(name: SlotName): FunctionComponent<Props> {
  return replaceable<Props>(name, () => null);
}
