import { expect, test } from "vitest";
import {
  isEmpty,
  isNarrowed,
  readState,
  type SearchState,
  writeState,
} from "../../../src/search/ui/state.ts";

const read = (search: string): SearchState => readState(new URLSearchParams(search));

const EMPTY_STATE: SearchState = {
  query: "",
  kind: [],
  topic: [],
  year: [],
  sort: "relevance",
  asTyped: false,
};

const FULL: SearchState = {
  query: "мост & река",
  kind: ["Статья"],
  topic: ["Город", "Наука"],
  year: ["2025", "2026"],
  from: "2025-01-01",
  to: "2026-02-28",
  sort: "date",
  asTyped: true,
};

test("an address keeps all of a search", () => {
  const params = writeState(FULL);
  expect(readState(new URLSearchParams(params.toString()))).toEqual(FULL);
  expect(decodeURIComponent(params.toString().replaceAll("+", " "))).toBe(
    "q=мост & река&kind=Статья&topic=Город&topic=Наука&year=2025&year=2026&from=2025-01-01&to=2026-02-28&sort=date&exact=1",
  );
});

test("nothing in the address is nothing in the state, and the other way round", () => {
  expect(read("")).toEqual(EMPTY_STATE);
  expect(writeState(EMPTY_STATE).toString()).toBe("");
});

test("what is unknown or malformed is dropped", () => {
  const wrong = "?sort=size&exact=yes&year=26&year=2026&topic=&from=2025-02-30&to=вчера&colour=red";
  expect(read(wrong)).toEqual({ ...EMPTY_STATE, year: ["2026"] });
});

test("a value counts once, and a query has an end", () => {
  expect(read("topic=Город&topic=Город").topic).toEqual(["Город"]);
  expect(read(`q=${"а".repeat(2000)}`).query).toHaveLength(1000);
});

test("a search is empty without words and filters, and narrowed by any filter", () => {
  expect(isEmpty({ ...EMPTY_STATE, query: "  " })).toBe(true);
  expect(isEmpty({ ...EMPTY_STATE, to: "2025-01-01" })).toBe(false);
  expect(isNarrowed({ ...EMPTY_STATE, query: "мост", sort: "date" })).toBe(false);
  expect(isNarrowed({ ...EMPTY_STATE, kind: ["Статья"] })).toBe(true);
});
