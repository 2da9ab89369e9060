import { z } from "zod";
import { unescapeHtml } from "../../language/index.ts";
import { typography } from "../typography/typography.ts";
import { isVisible, textOnly } from "./control-characters.ts";
import { parseDate } from "./dates.ts";
import { FieldFault } from "./field-fault.ts";
import { inOneForm } from "./paths.ts";
import { remembering } from "./remembering.ts";
import { SLUG_FORM } from "./slugs.ts";
import { topicKey, topicNamed } from "./topic-names.ts";
import type { TopicName } from "./types.ts";
import { fault, INVISIBLE, knownFields, optional, readAs, text, textAs } from "./validate.ts";

/** Fields that articles and headlines share. */

/** Plain text in one line, set typographically. */
export function prose() {
  // Entities are read only now, and may have been all there was.
  return text().transform(setInLine).refine(isVisible, INVISIBLE);
}

/**
 * Texts are copied from pages too, with references as «&nbsp;», which may stand for what no text has.
 *
 * @param value of a field, without spaces around it; @returns it as it is published
 */
export function setInLine(value: string): string {
  return typography(textOnly(unescapeHtml(value)).replace(/\s+/g, " "));
}

/**
 * A date in the site's zone.
 *
 * @param zone an IANA zone
 */
export function dateField(zone: string) {
  return readAs(
    z.string(),
    remembering((raw) => parseDate(raw, zone)),
  );
}

/** A slug that an editor gives by hand. */
export function slugField() {
  const mend = "оставьте латинские буквы, цифры и дефисы между ними, например novyi-tsentr.";
  const wrong = fault("такой адрес страницы невозможен.", mend);
  return text().refine((slug) => SLUG_FORM.test(slug), wrong);
}

/** An address on the web, or a path inside the site that begins with «/». */
export function linkField() {
  const wrong = fault("это не адрес.", "начните с https:// или, для страницы этого сайта, с «/».");
  const link = text().refine((one) => isWebAddress(one) || isOwnPath(one), wrong);
  return link.transform((one) => (one.startsWith("/") ? inOneForm(one) : one));
}

const HERE = "https://here.invalid";

/** To browsers «/\\» is «//» and a tab is nothing: both would lead to another site. */
function isOwnPath(link: string): boolean {
  if (!link.startsWith("/") || !URL.canParse(link, HERE)) return false;
  return new URL(link, HERE).origin === HERE;
}

/** @returns whether the text is an absolute http or https address */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/** A topic by its name. */
export function topicField() {
  return readAs(
    text(),
    remembering((raw) => {
      const topic = topicNamed(raw);
      if (topic.slug !== "") return topic;
      throw new FieldFault("из темы не выходит адрес.", "назовите тему словом.");
    }),
  );
}

/** One topic or a list of them; a topic named twice counts once. */
export function topicsField() {
  const list = z.preprocess(
    (value) => (typeof value === "string" ? [value] : value),
    z.array(topicField()),
  );
  return optional(list).transform((topics) => eachOnce(topics ?? []));
}

function eachOnce(topics: readonly TopicName[]): TopicName[] {
  if (topics.length < 2) return [...topics];
  const first = new Map<string, TopicName>();
  for (const topic of topics) {
    const key = topicKey(topic.name);
    if (!first.has(key)) first.set(key, topic);
  }
  return [...first.values()];
}

/** A name, or a name with an address. */
export function sourceField() {
  return optional(textAs("name", knownFields({ name: prose(), url: optional(linkField()) })));
}
