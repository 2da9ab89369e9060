import { defaultTreeAdapter, parseFragment } from "parse5";

type Parent = Parameters<typeof defaultTreeAdapter.getChildNodes>[0];

const ADDRESSES = new Set(["href", "src", "cite"]);
const OURS = /^(?:id|class|style|srcset|sizes|role|on.+|aria-.+|data-.+)$/;
const RUNS = new Set(["script", "style", "iframe", "object", "embed", "form", "input", "button"]);

/**
 * @param html what a feed holds of an article
 * @returns what in it would not be understood, or not be taken, away from the site
 */
export function feedTextProblems(html: string): string[] {
  return elementsIn(parseFragment(html)).flatMap(({ tagName, attrs }) => [
    ...(RUNS.has(tagName) ? [`<${tagName}> in a text`] : []),
    ...attrs.flatMap(({ name, value }) => {
      if (OURS.test(name)) return [`the attribute ${name} in a text`];
      return ADDRESSES.has(name) && !URL.canParse(value) ? [`not absolute: ${value}`] : [];
    }),
  ]);
}

function elementsIn(parent: Parent): Parameters<typeof defaultTreeAdapter.getTagName>[0][] {
  const own = parent.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node));
  return own.flatMap((element) => [element, ...elementsIn(element)]);
}
