import { type Site, withPrefix } from "../../content/index.ts";
import { isRussian } from "../../language/index.ts";

/**
 * What the search knows of Russian comes from a dictionary whose licence asks that it be named; other
 * languages are searched without one.
 */
export function DictionaryCredit({ site }: { site: Site }) {
  if (!isRussian(site.language)) return null;
  return (
    <p>
      Формы слов поиск знает из&nbsp;словаря <a href="https://opencorpora.org/">OpenCorpora</a>. Его
      можно использовать по&nbsp;лицензии{" "}
      <a href="https://creativecommons.org/licenses/by-sa/3.0/deed.ru">
        CC&nbsp;BY-&#8288;SA&nbsp;3.0
      </a>
      , а&nbsp;то, что взято из&nbsp;него для поиска, —{" "}
      <a href={withPrefix(site, "/search/pack/LICENSE.txt")}>на&nbsp;тех&nbsp;же условиях</a>.
    </p>
  );
}
