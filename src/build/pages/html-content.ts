/**
 * The content model of «Elements of HTML» in the standard. Rules for some cases only are left out: a right
 * page must never be refused.
 */

/** What may stand in an element: a kind of content, or these elements and no text. */
export type Content = "flow" | "phrasing" | ReadonlySet<string>;

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const PHRASING = words(
  "a abbr area audio b bdi bdo br button canvas cite code data datalist del dfn em embed i iframe img input ins kbd label link map mark math meta meter noscript object output picture progress q ruby s samp script select slot small span strong sub sup svg template textarea time u var video wbr",
);

const FLOW_ONLY = words(
  "address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul",
);

/** Elements in which phrasing stands and nothing else. */
const OF_PHRASING = words(
  "abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label legend mark meter output p pre progress q rp rt s samp small span strong sub summary sup time u var",
);

/** Elements that are transparent: their content is that of their parent. */
const TRANSPARENT = words("a audio canvas del ins map noscript object slot video");

/** Elements in which nothing but these stands; scripts may stand in each. */
const ONLY: Readonly<Record<string, ReadonlySet<string>>> = {
  html: words("head body"),
  head: words("base link meta noscript script style template title"),
  ul: words("li script template"),
  ol: words("li script template"),
  menu: words("li script template"),
  dl: words("div dd dt script template"),
  table: words("caption colgroup script tbody template tfoot thead tr"),
  colgroup: words("col template"),
  thead: words("script template tr"),
  tbody: words("script template tr"),
  tfoot: words("script template tr"),
  tr: words("script td template th"),
  picture: words("img script source template"),
  hgroup: words("h1 h2 h3 h4 h5 h6 p script template"),
};

/** Elements that stand in nothing but these. */
const ONLY_IN: Readonly<Record<string, ReadonlySet<string>>> = {
  html: new Set(),
  head: words("html"),
  body: words("html"),
  title: words("head"),
  base: words("head"),
  style: words("head noscript"),
  li: words("menu ol ul"),
  dt: words("div dl"),
  dd: words("div dl"),
  caption: words("table"),
  colgroup: words("table"),
  col: words("colgroup"),
  thead: words("table"),
  tbody: words("table"),
  tfoot: words("table"),
  tr: words("table tbody tfoot thead"),
  th: words("tr"),
  td: words("tr"),
  figcaption: words("figure"),
  legend: words("fieldset"),
  summary: words("details"),
  source: words("audio picture video"),
  track: words("audio video"),
  option: words("datalist div optgroup select"),
  optgroup: words("div select"),
  rt: words("ruby"),
  rp: words("ruby"),
};

/** Interactive elements, which may not stand in a link or a button. */
const INTERACTIVE = words("a button details embed iframe label select textarea");

/** Elements in which, at any depth, these may not stand. */
const NEVER_INSIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  a: INTERACTIVE,
  button: INTERACTIVE,
  label: words("label"),
  form: words("form"),
  header: words("footer header main"),
  footer: words("footer header main"),
  article: words("main"),
  aside: words("main"),
  nav: words("main"),
};

/** Attributes of which one of each group must be there. */
export const REQUIRED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  img: [["src"], ["alt"]],
  source: [["src", "srcset"]],
  track: [["src"]],
  link: [
    ["href", "imagesrcset"],
    ["rel", "itemprop"],
  ],
  meta: [
    ["name", "property", "http-equiv", "itemprop", "charset"],
    ["content", "charset"],
  ],
};

/** Elements without an end. */
export const VOID = words("area base br col embed hr img input link meta source track wbr");

/** @param around what may stand in the parent; @returns what may stand in an element */
export function contentOf(name: string, around: Content): Content {
  if (TRANSPARENT.has(name)) return around;
  return ONLY[name] ?? (OF_PHRASING.has(name) ? "phrasing" : "flow");
}

/** @returns whether HTML has such an element; a name with a hyphen is anybody's */
export function isElement(name: string): boolean {
  return PHRASING.has(name) || FLOW_ONLY.has(name) || name in ONLY_IN || name.includes("-");
}

/**
 * @param parent the name of the element around it; nothing at the top of a page
 * @param content what may stand there, as contentOf told
 */
export function mayStand(name: string, parent: string, content: Content): boolean {
  const own = ONLY_IN[name];
  if (parent === "") return name === "html";
  if (own !== undefined) return own.has(parent);
  if (typeof content !== "string") return content.has(name);
  return content === "flow" || !FLOW_ONLY.has(name) || mayHead(name, parent);
}

/** Titles of details and of groups of fields may be headings. */
function mayHead(name: string, parent: string): boolean {
  return /^h[1-6]$/.test(name) && (parent === "legend" || parent === "summary");
}

/** @param open the elements around it; @returns the name of the one that forbids it, if any does */
export function forbidding(
  name: string,
  open: readonly { readonly name: string }[],
): string | undefined {
  return open.find((outer) => NEVER_INSIDE[outer.name]?.has(name))?.name;
}
