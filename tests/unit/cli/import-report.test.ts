import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceReport } from "../../../src/cli/import-report.ts";
import { writeReport } from "../../../src/cli/import-report-file.ts";
import { NoteGroups } from "../../../src/content/import/archive/source-report.ts";
import type { Note } from "../../../src/content/import/imported-item.ts";
import { NOTE_KINDS, type NoteName } from "../../../src/content/import/note-kinds.ts";
import type { SourceReport } from "../../../src/content/importing.ts";
import { temporaryFolder } from "../temporary.ts";

const counts = { added: 0, updated: 0, known: 0 };

function reportOf(
  notes: readonly Note[],
  more: Pick<SourceReport, "problems"> = { problems: [] },
): SourceReport {
  const groups = new NoteGroups();
  for (const [index, note] of notes.entries())
    groups.add({ file: "a.md", line: index + 1, column: 5 }, note);
  const nothing = {
    changed: [],
    headlines: counts,
    images: 0,
    sections: 0,
    skipped: [],
    problems: [],
    site: {},
  };
  return { ...counts, ...nothing, read: 1, notes: groups.list(), ...more };
}

const about = { isDryRun: false, file: "import-report.txt", about: [] };

test("what is lost comes first, however rare it is; each kind names its mend and three examples", () => {
  const notes: Note[] = [
    ...Array.from({ length: 9 }, (): Note => ({ what: "черновик", detail: "Потом" })),
    ...["a.png", "b.png", "c.png", "d.png"].map((detail): Note => {
      return { what: "картинки нет, на её месте ссылка", part: "её нет в папке", detail };
    }),
    { what: "проигрыватель заменён ссылкой" },
  ];
  expect(sourceReport(reportOf(notes), about).split("\n")).toEqual([
    "Прочитано: 1.",
    "",
    "Потеряно: этого читателю не хватит — 4",
    "  картинки нет, на её месте ссылка — 4 («её нет в папке»). Взять из папки: --images ПАПКА, из сети: --fetch-images",
    "    a.md:10:5: a.png",
    "    a.md:11:5: b.png",
    "    a.md:12:5: c.png",
    "",
    "Изменено: это показано иначе — 1",
    "  проигрыватель заменён ссылкой — 1",
    "    a.md:14:5",
    "",
    "Осталось в источнике намеренно — 9",
    "  черновик — 9. Перенести: --drafts",
    ...["1", "2", "3"].map((line) => `    a.md:${line}:5: Потом`),
    "",
    "Всё по порядку, с местами: import-report.txt",
  ]);
});

test("fields are one kind, counted by their names", () => {
  const names = ["toc", "toc", "id", "a", "b", "c", "d"];
  const notes = names.map((part): Note => ({ what: "поле не перенесено", part }));
  expect(sourceReport(reportOf(notes), about)).toContain(
    "  поле не перенесено — 7 («toc» 2, «id» 1, «a» 1, «b» 1, «c» 1, и ещё 1)\n    a.md:1:5: toc\n",
  );
});

const everything = (Object.keys(NOTE_KINDS) as NoteName[]).flatMap((what): Note[] =>
  Array.from({ length: 5 }, (_, index) => ({ what, detail: `№ ${index}` })),
);
const problems = Array.from({ length: 30 }, (_, index) => {
  return { file: "b.md", line: index + 1, message: "Не то.", mend: "исправьте." };
});

test("a terminal gets forty lines, whatever was told", () => {
  const text = sourceReport(reportOf(everything, { problems }), about);
  expect(text.split("\n").length).toBeLessThanOrEqual(40);
  expect(text).toMatch(/Осталось в источнике намеренно — \d+\n {2}… и ещё видов: \d+\n/);
});

test("the file has all of it, and nothing of the import before", () => {
  const file = join(temporaryFolder(), "out", "report.txt");
  writeReport(reportOf(everything, { problems }), { ...about, file });
  const text = readFileSync(file, "utf8");
  for (const what of Object.keys(NOTE_KINDS)) expect(text).toContain(`\n${what} — 5`);
  expect(text.match(/^ {2}a\.md:\d+:5: № \d$/gm)).toHaveLength(everything.length);
  expect(text.match(/^b\.md:\d+: Не то\.$/gm)).toHaveLength(30);
  writeReport(reportOf([]), { ...about, file });
  expect(readFileSync(file, "utf8")).toBe("Прочитано: 1.\n");
});
