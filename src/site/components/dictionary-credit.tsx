import { type Site, withPrefix } from "../../content/index.ts";
import { text, textWith } from "../../interface/index.ts";
import { isRussian } from "../../language/index.ts";

/**
 * The search uses a dictionary of Russian whose licence asks for this credit; other languages are searched
 * without one.
 */
export function DictionaryCredit({ site }: { site: Site }) {
  if (!isRussian(site.language)) return null;
  const links = {
    dictionary: <a href="https://opencorpora.org/">OpenCorpora</a>,
    licence: (
      <a href="https://creativecommons.org/licenses/by-sa/3.0/deed.ru">
        CC&nbsp;BY-&#8288;SA&nbsp;3.0
      </a>
    ),
    same: (
      <a href={withPrefix(site, "/search/pack/LICENSE.txt")}>
        {text(site, "about.dictionaryTerms")}
      </a>
    ),
  };
  return <p>{textWith(site, "about.dictionary", links)}</p>;
}
