import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Beside the files of the search: the licence asks that their origin goes with them. */
const LICENCE_FILE = "LICENSE.txt";

const LICENCE = `Файлы поиска в этой папке построены с помощью русского словаря OpenCorpora.

  Словарь:   OpenCorpora, https://opencorpora.org/
  Авторы:    участники проекта OpenCorpora
  Лицензия:  Creative Commons Attribution-ShareAlike 3.0 (CC BY-SA 3.0)
             https://creativecommons.org/licenses/by-sa/3.0/
  Изменения: из словаря взяты формы тех слов, которые встречаются на этом сайте;
             формы собраны вместе по леммам и записаны в своём формате;
             слова словаря записаны сокращённо, хешами.

То, что взято из словаря, доступно на тех же условиях. Тексты сайта к словарю
не относятся: права на них принадлежат их авторам.


The search files in this folder are made with the OpenCorpora dictionary of
Russian.

  Dictionary: OpenCorpora, https://opencorpora.org/
  Authors:    the contributors of OpenCorpora
  Licence:    Creative Commons Attribution-ShareAlike 3.0 (CC BY-SA 3.0)
              https://creativecommons.org/licenses/by-sa/3.0/
  Changes:    forms of the words that occur on this site were taken from it,
              gathered by lemma and written in another format; all words of
              the dictionary are written as hashes, in short.

What comes from the dictionary is available under the same licence. The texts
of the site are no part of it and belong to their authors.
`;

/** @param folder of the files of the search */
export async function writeLicence(folder: string): Promise<void> {
  await writeFile(join(folder, LICENCE_FILE), LICENCE);
}
