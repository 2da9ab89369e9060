import { displayPath } from "../../content/index.ts";
import { groupBy } from "../../language/maps.ts";
import { firstOf } from "../checks/notices.ts";
import type { Vanished, VanishedPages } from "./vanished.ts";

/** @returns what an editor should know of addresses that the site has no longer, in Russian */
export function vanishedNotices(vanished: VanishedPages | undefined): string[] {
  if (vanished === undefined) return [];
  const { articles, more, ...lists } = vanished;
  return [
    ...ofOwners(articles),
    ...articles.filter(({ owner }) => owner === undefined).map(ofNobody),
    ...(more === 0 ? [] : [`И ещё адресов, которых на сайте больше нет: ${more}.`]),
    ...LISTS.flatMap(([kind, told, others]) =>
      firstOf(lists[kind].map(told), `И ещё ${others} больше нет`),
    ),
  ];
}

/** @returns the part of an address that an editor may give */
function slugOf(address: string): string | undefined {
  return address.split("/").at(-2);
}

/** What is told of a list that is gone, and how the rest of them are called. */
const LISTS: readonly (readonly [
  kind: Exclude<keyof VanishedPages, "articles" | "more">,
  told: (address: string) => string,
  others: string,
])[] = [
  [
    "topics",
    (address) =>
      `Больше нет адреса темы ${address}. Если тема переименована, прежний адрес даст ей строка в topics.yaml: slug: ${slugOf(address)}`,
    "тем, которых на сайте",
  ],
  [
    "authors",
    (address) =>
      `Больше нет страницы автора ${address}. Если автор теперь зовётся иначе, прежний адрес даст ему строка в authors.yaml: slug: ${slugOf(address)}`,
    "авторов, чьих страниц на сайте",
  ],
  [
    "sections",
    (address) =>
      `Больше нет раздела по адресу ${address}. Если раздел переименован, прежний адрес даст ему строка в sections.yaml: slug: ${slugOf(address)}`,
    "разделов, которых на сайте",
  ],
  [
    // Its address comes of its name alone.
    "series",
    (address) =>
      `Больше нет серии по адресу ${address}. Её адрес берётся из имени: чтобы ссылки на неё работали, верните частям прежнее имя (series).`,
    "серий, которых на сайте",
  ],
  [
    "days",
    (address) => `Больше нет страницы ${address}: за этот день нет заголовков.`,
    "дней с заголовками, которых на сайте",
  ],
];

/** All that an article has lost is one line of its fields. */
function ofOwners(articles: readonly Vanished[]): string[] {
  const owned = articles.filter(({ owner }) => owner !== undefined);
  return [...groupBy(owned, ({ owner }) => owner?.file ?? "")].map(([file, lost]) => {
    const addresses = lost.map(({ address }) => address);
    const line = aliasesLine([...(lost[0].owner?.aliases ?? []), ...addresses]);
    return `Больше нет ${addressesOf(addresses)}: статья теперь в файле ${displayPath(file)}. Чтобы прежние ссылки вели на неё, в её полях должна стоять строка: ${line}`;
  });
}

function addressesOf(addresses: readonly string[]): string {
  return `${addresses.length === 1 ? "адреса" : "адресов"} ${addresses.join(", ")}`;
}

function ofNobody({ address, title, hidden }: Vanished): string {
  if (hidden !== undefined) {
    const why = hidden.why === "draft" ? "теперь черновик (draft)" : "снова ждёт своей даты";
    return `Больше нет адреса ${address}: статья ${displayPath(hidden.file)} ${why}.`;
  }
  const what = title === undefined ? "" : ` («${title}»)`;
  return `Больше нет адреса ${address}${what}. Если вместо этой страницы есть другая статья, впишите в её поля: ${aliasesLine([address])}`;
}

/** Signs that mean something in a list of YAML. */
const PLAIN = /^[\p{L}\p{M}\p{N}/._~-]+$/u;

/** @returns the field of an article that keeps addresses, to be pasted as it is */
export function aliasesLine(addresses: readonly string[]): string {
  const quoted = addresses.map((one) => (PLAIN.test(one) ? one : JSON.stringify(one)));
  return `aliases: [${quoted.join(", ")}]`;
}
