import { stringify } from "yaml";
import type { SiteFacts } from "../content/importing.ts";
import { faultOfSetting, readSite } from "../content/index.ts";
import { usualName } from "./newspaper/answers.ts";
import { exampleIn } from "./newspaper/example.ts";

/** Settings of site.yaml that a source may tell. */
type Told = Partial<Record<"name" | "description" | "language", string>>;

/**
 * What a source says of its site, for whoever has not set that yet. The file of settings is an editor's,
 * and no import writes it.
 *
 * @param dataFolder where site.yaml lies
 * @returns lines; none where the source says nothing new, or an editor has chosen other values
 */
export function siteLines(facts: SiteFacts, dataFolder: string): string[] {
  const { name, description, language } = readSite(dataFolder, {});
  const usual = { name: usualName(language), description: exampleIn(language).description };
  const isNew = name === undefined || name === usual.name;
  const told: Told = {
    name: isNew ? facts.name : undefined,
    description:
      description === undefined || description === usual.description
        ? facts.description
        : undefined,
    language: isNew ? otherLanguage(facts.language, language) : undefined,
  };
  const ready = Object.entries(told).filter(([setting, value]) => isReady(setting, value));
  if (ready.length === 0) return [];
  const lines = stringify(Object.fromEntries(ready), { lineWidth: 0 }).trimEnd().split("\n");
  const author = facts.author === undefined ? [] : [`  # автор: ${facts.author}`];
  return ["", "Из источника — в _data/site.yaml:", ...lines.map((line) => `  ${line}`), ...author];
}

function isReady(setting: string, value: string | undefined): boolean {
  if (value === undefined || /\n/.test(value)) return false;
  return setting === "description" || faultOfSetting(setting as "name", value) === undefined;
}

/** @returns the language of a source in the form of the settings, where it is another one */
function otherLanguage(given: string | undefined, own: string): string | undefined {
  const [main = ""] = (given ?? "").toLowerCase().split(/[-_]/);
  return main === "" || main === own.split("-")[0] ? undefined : main;
}
