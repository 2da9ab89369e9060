import {
  DateError,
  formatDate,
  languageTag,
  parseDate,
  renderMarkdown,
  type TextProblem,
  typography,
} from "../../content/in-browser.ts";
import { made } from "./dom.ts";
import { host, type Element as ReactElement } from "./react.ts";
import type { Values } from "./values.ts";

/** The properties that the CMS gives a preview. */
export interface PreviewProps {
  readonly entry: { get(name: "data"): { toJS(): Values }; get(name: "path"): string };
  getAsset(path: string): { readonly url?: string } | undefined;
  readonly document: Document;
}

/**
 * Renders an article by the site's own code and styles.
 *
 * @param zone the site's
 */
export function previewIn(zone: string): (props: PreviewProps) => ReactElement {
  return (props) => {
    const values = props.entry.get("data").toJS();
    return host("vestnik-preview", (element) => {
      element.replaceChildren(...articleOf(values, props, zone));
    });
  };
}

function articleOf(values: Values, props: PreviewProps, zone: string): readonly Element[] {
  const { html, problems } = bodyOf(String(values.body ?? ""));
  const figure = pictureOf(values.image, props);
  const parts = [
    headOf(values, zone),
    ...(figure === undefined ? [] : [figure]),
    prose(html, props),
  ];
  const article = made("article", { className: "article" }, ...parts);
  const above = problems.length === 0 ? [] : [problemList(problems)];
  return [made("main", { className: "page" }, ...above, article)];
}

function headOf({ title, summary, authors, date, topics }: Values, zone: string): Element {
  const head = made("header", { className: "article-head" });
  const kicker = textsOf(topics).join(" · ");
  if (kicker !== "") head.append(made("p", { className: "kicker" }, kicker));
  head.append(made("h1", {}, typography(String(title ?? ""))));
  if (typeof summary === "string" && summary !== "") {
    head.append(made("p", { className: "summary" }, typography(summary)));
  }
  const facts = [textsOf(authors).join(", "), dayOf(date, zone)].filter((fact) => fact !== "");
  head.append(made("p", { className: "byline" }, facts.join(" · ")));
  return head;
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : []).filter((one) => typeof one === "string" && one !== "");
}

function dayOf(date: unknown, zone: string): string {
  if (typeof date !== "string" || date === "") return "";
  try {
    // Of editors, whatever language the site is in.
    return formatDate(parseDate(date.replace(/ 00:00$/, ""), zone), "ru");
  } catch (error) {
    if (error instanceof DateError) return date;
    throw error;
  }
}

function bodyOf(text: string): { html: string; problems: readonly TextProblem[] } {
  const problems: TextProblem[] = [];
  const { html } = renderMarkdown(text, {
    link: (href) => href,
    // Its size is not known here; it is shown by its name.
    image: () => undefined,
    media: () => undefined,
    language: (tag) => languageTag(tag) ?? tag,
    problem: (problem) => problems.push(problem),
  });
  return { html, problems };
}

/** Our Markdown escapes HTML; pictures get addresses that the browser has, before they are loaded. */
function prose(html: string, props: PreviewProps): Element {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const image of parsed.querySelectorAll("img")) {
    showIn(image, decoded(image.getAttribute("src") ?? ""), props);
  }
  return made("div", { className: "prose" }, ...parsed.body.childNodes);
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** A file of the repository gets its address only when it has been read: in milliseconds, or never. */
const PATIENCE = { step: 100, steps: 50 };

/** The address of what was read before: the preview is made anew by each letter. */
const known = new Map<string, string>();

function showIn(image: HTMLImageElement, file: string, { entry, getAsset }: PreviewProps): void {
  const key = `${entry.get("path")}:${file}`;
  const address = file.startsWith("blob:") ? file : known.get(key);
  image.removeAttribute("src");
  if (address !== undefined) image.src = address;
  else void waitFor(image, getAsset(file), key);
}

async function waitFor(
  image: HTMLImageElement,
  asset: { readonly url?: string } | undefined,
  key: string,
): Promise<void> {
  for (let step = 0; asset !== undefined && step < PATIENCE.steps; step++) {
    if (asset.url?.startsWith("blob:")) {
      known.set(key, asset.url);
      image.src = asset.url;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PATIENCE.step));
  }
}

function pictureOf(value: unknown, props: PreviewProps): Element | undefined {
  const { file, alt, caption } = (value ?? {}) as Values;
  if (typeof file !== "string" || file === "") return undefined;
  const image = made("img", { alt: String(alt ?? "") });
  showIn(image, file, props);
  const figure = made("figure", { className: "picture article-picture" }, image);
  if (typeof caption === "string" && caption !== "") {
    figure.append(made("figcaption", {}, typography(caption)));
  }
  return figure;
}

/** Problems that a build would refuse. */
function problemList(problems: readonly TextProblem[]): Element {
  const note = made("aside", { className: "note note-important" });
  note.append(made("p", { className: "note-title" }, "Так не опубликуется"));
  for (const { line, message, mend } of problems) {
    note.append(made("p", {}, `Строка ${line} текста: ${message} Как исправить: ${mend}`));
  }
  return note;
}

/**
 * The styles of the site, as its front page names them: the newspaper's own are among them.
 *
 * @param front the address of the front page
 */
export async function siteStyles(front: string): Promise<readonly string[]> {
  const response = await fetch(front);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const links = page.querySelectorAll('link[rel="stylesheet"]');
  return [...links].map((link) => new URL(link.getAttribute("href") ?? "", response.url).href);
}
