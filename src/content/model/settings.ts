import { join } from "node:path";
import { stringify } from "yaml";
import { z } from "zod";
import { isRussian } from "../../language/index.ts";
import { accentField } from "./accent-settings.ts";
import { adminField } from "./admin-settings.ts";
import { isTimeZone } from "./dates.ts";
import { type MenuEntry, menuField } from "./menu-settings.ts";
import { attempt, type Problem } from "./problem.ts";
import { headField, publisherField, shareField, socialField } from "./publisher-settings.ts";
import { commentsField, counterField } from "./service-settings.ts";
import {
  choosePrefix,
  isSiteAddress,
  LOCAL_ADDRESS,
  type SiteOverrides,
  toUrl,
} from "./site-address.ts";
import { hasSource, readSource } from "./source-file.ts";
import type { Site } from "./types.ts";
import { fault, knownFields, oneOf, optional, text, textAs, validate } from "./validate.ts";
import { type ParsedYaml, parseYaml } from "./yaml/yaml.ts";

const addressField = text().refine(
  isSiteAddress,
  fault("это не адрес сайта.", "запишите его целиком: https://example.org"),
);

/** @param example a value that makes sense */
function wholeNumber(example: string) {
  const wrong = fault("нужно целое число больше нуля.", `например ${example}.`);
  return z.number().refine((count) => Number.isInteger(count) && count > 0, wrong);
}

/** The names of the files of a logo. */
export interface LogoFiles {
  readonly light: string;
  readonly dark?: string | undefined;
}

/** One file, or one for each theme. */
function logoField() {
  return optional(textAs("light", knownFields({ light: text(), dark: optional(text()) })));
}

/** What feeds hold of articles. */
const FEEDS = ["full", "teasers"] as const;
const FEEDS_MEND = "напишите full (статьи целиком) или teasers (только начала).";

const NO_ZONE = fault(
  "такого часового пояса нет.",
  "возьмите имя из списка IANA, например Europe/Moscow.",
);

/** The fields of site.yaml as they are written. */
export const siteSchema = knownFields({
  name: optional(text()),
  description: optional(text()),
  address: optional(addressField),
  pathPrefix: optional(z.string()),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .default("ru"),
  timeZone: text().refine(isTimeZone, NO_ZONE).default("Europe/Moscow"),
  maxFragments: optional(wholeNumber("300")),
  volumeItems: optional(wholeNumber("4000")),
  offline: z.boolean().default(true),
  feeds: oneOf(FEEDS, "такого вида лент нет.", FEEDS_MEND).default("full"),
  allowBrokenLinks: z.boolean().default(false),
  admin: adminField(),
  menu: menuField(),
  footer: menuField(),
  logo: logoField(),
  icon: optional(text()),
  accent: accentField(),
  publisher: publisherField(),
  social: socialField(),
  share: shareField(),
  head: headField(),
  counter: counterField(),
  comments: commentsField(),
});

/** What the settings say of files and pages, which are looked for when the archive is opened. */
export interface ShapeSettings {
  readonly menu?: readonly MenuEntry[] | undefined;
  readonly footer?: readonly MenuEntry[] | undefined;
  readonly logo?: LogoFiles | undefined;
  readonly icon?: string | undefined;
  /** Where a value stands in the file. */
  readonly locate: ParsedYaml["locate"];
  readonly file: string;
}

/** As readSite, for what of the settings needs the rest of the archive. */
export function readShape(dataFolder: string): ShapeSettings {
  const yaml = settingsIn(dataFolder);
  const { menu, footer, logo, icon } = validate(siteSchema, yaml);
  return { menu, footer, logo, icon, locate: yaml.locate, file: yaml.file };
}

/**
 * Reads the site's settings from `site.yaml`; where there is no such file, all have defaults.
 *
 * @param dataFolder the folder that holds it
 * @param overrides what the command line and the environment say, which wins
 * @throws ContentError where a setting is wrong, or an address and a prefix contradict each other
 */
export function readSite(dataFolder: string, overrides: SiteOverrides): Site {
  const yaml = settingsIn(dataFolder);
  return toSite(validate(siteSchema, yaml), overrides, yaml);
}

/**
 * Reads the right part of the settings, for checks that go on in spite of faults.
 *
 * @param problems receives what is wrong with them
 * @returns the site, with defaults for what cannot be read
 */
export function readSiteLeniently(
  dataFolder: string,
  overrides: SiteOverrides,
  problems: Problem[],
): Site {
  const site = attempt(problems, () => readSite(dataFolder, overrides));
  if (site !== undefined) return site;
  const yaml = attempt([], () => settingsIn(dataFolder)) ?? parseYaml("site.yaml", "");
  const settings = siteSchema.parse(rightFields(yaml.value));
  const asGiven = attempt([], () => toSite(settings, overrides, yaml));
  return asGiven ?? toSite({ ...settings, address: undefined, pathPrefix: undefined }, {}, yaml);
}

/** Each field is right or wrong by itself. */
function rightFields(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const fields = Object.entries(value);
  return Object.fromEntries(
    fields.filter(([name, own]) => siteSchema.safeParse({ [name]: own }).success),
  );
}

/**
 * @param name of a setting
 * @returns what is wrong with a value of it, and how to mend it; nothing where it is right
 */
export function faultOfSetting(
  name: keyof z.input<typeof siteSchema>,
  value: string,
): string | undefined {
  const problems: Problem[] = [];
  const yaml = parseYaml("site.yaml", stringify({ [name]: value }));
  attempt(problems, () => validate(siteSchema, yaml));
  const [first] = problems;
  return first && `${first.message.replace(`«${name}»: `, "")} ${first.mend}`;
}

function settingsIn(dataFolder: string): ParsedYaml {
  const file = join(dataFolder, "site.yaml");
  return parseYaml(file, hasSource(file) ? readSource(file).text : "");
}

type Settings = z.output<typeof siteSchema>;

/** Default names of a site. */
const USUAL = {
  russian: { name: "Вестник", description: "Новости" },
  others: { name: "Vestnik", description: "News" },
} as const;

function toSite(settings: Settings, overrides: SiteOverrides, yaml: ParsedYaml): Site {
  const address = toUrl(overrides.url ?? settings.address ?? LOCAL_ADDRESS);
  const pathPrefix = choosePrefix(address, settings.pathPrefix, overrides, yaml);
  const preview = overrides.preview ?? false;
  // A preview must show what was saved just now, not a page that a worker kept.
  const offline = settings.offline && !preview;
  const { menu: _, footer: _f, logo: _l, icon: _i, counter: given, ...rest } = settings;
  const usual = isRussian(settings.language) ? USUAL.russian : USUAL.others;
  const { name = usual.name, description = usual.description } = settings;
  // An editor's own looks are no visits.
  const counter = preview ? undefined : given;
  const texts = { name, description };
  return { ...rest, ...texts, counter, offline, address: address.origin, pathPrefix, preview };
}
