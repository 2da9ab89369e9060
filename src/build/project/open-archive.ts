import {
  type KnownFiles,
  type OpenArchive,
  openArchive,
  readTopicTable,
} from "../../content/index.ts";
import { formsOfWord } from "../../index/index.ts";
import { type BuildOptions, foldersOf } from "./options.ts";

/**
 * Opens the archive that a build is asked for, with the words by which it gives topics.
 *
 * @param known what an earlier look through the articles left
 * @throws ContentError as openArchive does
 */
export async function openFor(options: BuildOptions, known?: KnownFiles): Promise<OpenArchive> {
  const topicTable = await readTopicTable(options.data, formsOfWord);
  return openArchive(foldersOf(options), options.overrides, known, options.now, topicTable);
}
