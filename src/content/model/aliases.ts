import { FieldFault } from "./field-fault.ts";
import { listOf, readAs, text } from "./validate.ts";

/** The folders of the site's own pages and files, except that of the articles. */
const OWN_ROOTS = new Set([
  "404.html",
  "admin",
  "about",
  "archive",
  "assets",
  "headlines",
  "offline",
  "offline.html",
  "pagefind",
  "search",
  "sitemaps",
  "topics",
]);

/** A redirect is a page, so it cannot replace another kind of file; robots.txt is the site's own. */
const NO_PAGE =
  /\.(?:avif|css|gif|gz|ico|jpe?g|js|json|map|mp[34]|pdf|png|svg|txt|webmanifest|webp|woff2?|xml|zip)$/i;

/** Beside a file, servers take these for the same file packed (`npm run compress`). */
export const PACKED_TWIN = /\.(?:br|gz|zst)$/i;

/** Signs that some systems forbid in file names, or that mean something in an address. */
export const NO_NAME = /[\p{Cc}\\:*?"<>|%#]/u;

const EXAMPLE = "запишите адрес от корня сайта: /2019/staraia-novost/ или /news/15.html.";

/** Why an address cannot lead to an article. */
export class AliasError extends FieldFault {
  constructor(message: string, mend = EXAMPLE) {
    super(message, mend);
  }
}

/** An address that an article had before, or a list of them. */
export function aliasesField() {
  return listOf(readAs(text(), normaliseAlias));
}

/**
 * Brings an old address into the form of the site's paths.
 *
 * @param raw /old/page, /2019/news.html, /%D0%B4%D0%BE%D0%BC/
 * @returns decoded and in NFC, with a slash at the end or «.html»: /old/page/, /2019/news.html, /дом/
 * @throws AliasError where no page of ours can stand there
 */
export function normaliseAlias(raw: string): string {
  if (!raw.startsWith("/")) throw new AliasError(`адрес «${raw}» начинается не с «/».`);
  if (/[?#]/.test(raw)) throw new AliasError(`в адресе «${raw}» есть «?» или «#».`);
  const path = decoded(raw).normalize("NFC");
  const names = path.replace(/^\/|\/$/g, "").split("/");
  if (names.at(-1)?.toLowerCase() === "index.html") names.pop();
  refuseOwn(raw, names);
  if (!names.every(isName)) throw new AliasError(`такой адрес невозможен: «${raw}».`);
  const last = names.at(-1) ?? "";
  if (NO_PAGE.test(last)) throw new AliasError(`«${raw}» — адрес файла, а не страницы.`);
  return `/${names.join("/")}${last.endsWith(".html") ? "" : "/"}`;
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    throw new AliasError(`в адресе «${raw}» неверная запись знаков через «%».`);
  }
}

/** @param name of the first folder of an address; @returns whether pages or files of the site's own lie there */
export function isOwnRoot(name: string): boolean {
  return OWN_ROOTS.has(name.toLowerCase());
}

/** Disks that take capitals for small letters would put both into one folder. */
function refuseOwn(raw: string, names: readonly string[]): void {
  const root = (names[0] ?? "").toLowerCase();
  const isFront = names.length <= 1 && ["", "articles"].includes(root);
  if (!isOwnRoot(root) && !isFront) return;
  const mend = "удалите эту строку: по такому адресу у сайта есть или может быть своя страница.";
  throw new AliasError(`адрес «${raw}» занят самим сайтом.`, mend);
}

/** A folder cannot be called as a page is, nor as what servers hide or keep for themselves. */
function isName(name: string, index: number, all: readonly string[]): boolean {
  const isInner = index < all.length - 1;
  if (isInner && name.endsWith(".html")) return false;
  if (PACKED_TWIN.test(name)) return false;
  return name !== "" && !/^[._]/.test(name) && name.trim() === name && !NO_NAME.test(name);
}
