/**
 * The CMS renders fields and previews of others by the React that it brings, and hands out only
 * `createElement`.
 */
export type Element = unknown;

type Props = Readonly<Record<string, unknown>>;

declare global {
  interface Window {
    createElement(type: string, props: Props | null, ...children: readonly unknown[]): Element;
  }
}

/** @param mounted is told of the element each time that it may have new properties */
export function host(className: string, mounted: (element: HTMLElement) => void): Element {
  const ref = (element: HTMLElement | null): void => {
    if (element !== null) mounted(element);
  };
  return window.createElement("div", { className, ref });
}
