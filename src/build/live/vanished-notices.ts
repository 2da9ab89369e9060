import { displayPath } from "../../content/index.ts";
import { firstOf } from "../checks/notices.ts";
import type { Vanished, VanishedPages } from "./vanished.ts";

/** @returns what an editor should know of addresses that the site has no longer, in Russian */
export function vanishedNotices(vanished: VanishedPages | undefined): string[] {
  if (vanished === undefined) return [];
  const { articles, more, topics, authors, sections, series, days } = vanished;
  return [
    ...ofOwners(articles),
    ...articles.filter(({ owner }) => owner === undefined).map(ofNobody),
    ...(more === 0 ? [] : [`И ещё адресов, которых на сайте больше нет: ${more}.`]),
    ...firstOf(topics.map(ofTopic), "И ещё тем, которых на сайте больше нет"),
    ...firstOf(authors.map(ofAuthor), "И ещё авторов, чьих страниц на сайте больше нет"),
    ...firstOf(sections.map(ofSection), "И ещё разделов, которых на сайте больше нет"),
    ...firstOf(series.map(ofSeries), "И ещё серий, которых на сайте больше нет"),
    ...firstOf(days.map(ofDay), "И ещё дней с заголовками, которых на сайте больше нет"),
  ];
}

/** All that an article has lost is one line of its fields. */
function ofOwners(articles: readonly Vanished[]): string[] {
  const byFile = new Map<string, Vanished[]>();
  for (const one of articles) {
    if (one.owner === undefined) continue;
    const { file } = one.owner;
    byFile.set(file, [...(byFile.get(file) ?? []), one]);
  }
  return [...byFile].map(([file, lost]) => {
    const addresses = lost.map(({ address }) => address);
    const line = aliasesLine([...(lost[0]?.owner?.aliases ?? []), ...addresses]);
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

/** @returns the part of an address that an editor may give */
function slugOf(address: string): string | undefined {
  return address.split("/").at(-2);
}

function ofTopic(address: string): string {
  return `Больше нет адреса темы ${address}. Если тема переименована, прежний адрес даст ей строка в topics.yaml: slug: ${slugOf(address)}`;
}

function ofAuthor(address: string): string {
  return `Больше нет страницы автора ${address}. Если автор теперь зовётся иначе, прежний адрес даст ему строка в authors.yaml: slug: ${slugOf(address)}`;
}

function ofSection(address: string): string {
  return `Больше нет раздела по адресу ${address}. Если раздел переименован, прежний адрес даст ему строка в sections.yaml: slug: ${slugOf(address)}`;
}

/** Its address comes of its name alone. */
function ofSeries(address: string): string {
  return `Больше нет серии по адресу ${address}. Её адрес берётся из имени: чтобы ссылки на неё работали, верните частям прежнее имя (series).`;
}

function ofDay(address: string): string {
  return `Больше нет страницы ${address}: за этот день нет заголовков.`;
}

/** Signs that mean something in a list of YAML. */
const PLAIN = /^[\p{L}\p{M}\p{N}/._~-]+$/u;

/** @returns the field of an article that keeps addresses, to be pasted as it is */
export function aliasesLine(addresses: readonly string[]): string {
  const quoted = addresses.map((one) => (PLAIN.test(one) ? one : JSON.stringify(one)));
  return `aliases: [${quoted.join(", ")}]`;
}
