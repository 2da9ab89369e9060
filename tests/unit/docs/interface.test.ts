import { expect, test } from "vitest";
import { withInterfaceTable } from "../../../scripts/docs/interface-table.ts";
import { russian } from "../../../src/interface/index.ts";
import { codeIn, documentAt, tableUnder } from "./documents.ts";

const PAGE = documentAt("docs/interface.md");

test("the table of all strings is that of the records; npm run interface-table writes it anew", () => {
  expect(PAGE.text).toBe(withInterfaceTable(PAGE.text));
  const keys = tableUnder(PAGE, "## Все строки").map(([cell]) => codeIn(cell));
  expect(keys).toEqual(Object.keys(russian));
});
