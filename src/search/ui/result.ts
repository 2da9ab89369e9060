import type { ResultData } from "./component-ui.ts";

/**
 * One result of the list: title, excerpt with marks, kind and date.
 *
 * @param result everything but its excerpt is plain text
 */
export function resultElement(result: ResultData): Element {
  const item = element("li", "result");
  const link = element("a", "result-link", result.meta.title ?? result.url);
  link.setAttribute("href", result.url);
  const title = element("p", "result-title");
  title.append(link);
  item.append(title);
  const excerpt = element("p", "result-excerpt");
  excerpt.innerHTML = result.excerpt;
  if (!repeats(excerpt, link)) item.append(excerpt);
  const facts = [result.meta.kind, result.meta.date].filter((fact) => fact !== undefined);
  if (facts.length > 0) item.append(element("p", "result-facts", facts.join(" · ")));
  return item;
}

/** A headline's text is its title; Pagefind ends an excerpt with a full stop of its own. */
function repeats(excerpt: Element, title: Element): boolean {
  return (title.textContent ?? "").startsWith((excerpt.textContent ?? "").replace(/\.$/, ""));
}

function element(name: string, className: string, text = ""): HTMLElement {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}
