import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { codeIn, documentAt, tableUnder } from "./docs/documents.ts";

const ARCHITECTURE = documentAt("docs/architecture.md");
const ROOMS = tableUnder(ARCHITECTURE, "## Rooms").map(([folder, , imports = ""]) => {
  return { room: codeIn(folder).replace("src/", ""), imports: imports.split(", ") };
});

/** Who may know whom, room by room. */
const MAY_IMPORT = Object.fromEntries(ROOMS.map(({ room, imports }) => [room, imports]));

test("every folder of src is a room, and the way to each is short", () => {
  const rooms = readdirSync("src").filter((name) => !["pages", "tsconfig.json"].includes(name));
  const named = ROOMS.map(({ room }) => room.split("/")[0]).filter((room) => room !== "scripts");
  expect(new Set(named)).toEqual(new Set(rooms));
  expect(tableUnder(ARCHITECTURE, "## Where to change what").length).toBeLessThanOrEqual(40);
});

const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsIn(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(IMPORT)].map((match) => {
      return { from: file, to: relative(".", join(dirname(file), match[1] ?? "")) };
    });
  });
}

function roomOf(file: string): string {
  const path = relative("src", file);
  const inside = Object.keys(MAY_IMPORT).filter((name) => `${path}/`.startsWith(`${name}/`));
  const [room] = inside.sort((one, other) => other.length - one.length);
  return room ?? `no room: ${file}`;
}

/** Beside the index of a room: what few need, and others would load for nothing. */
const BESIDE_INDEX = [
  "rendered.ts",
  "checking.ts",
  "importing.ts",
  "in-browser.ts",
  "maps.ts",
  "whole-site.ts",
  "headers.ts",
  "components/index.ts",
  "say.ts",
];

function entriesOf(file: string): string[] {
  return ["index.ts", ...BESIDE_INDEX].map((name) => `src/${houseOf(file)}/${name}`);
}

const crossings = importsIn("src").filter(({ from, to }) => roomOf(from) !== roomOf(to));

/** Rooms within content know each other's files; whoever comes from outside takes the ways into it. */
const isOutside = ({ from, to }: Import): boolean => houseOf(from) !== houseOf(to);

function houseOf(file: string): string {
  return roomOf(file).startsWith("content") ? "content" : roomOf(file);
}

/** What may be imported of content is what stands at its ways in. */
function seenRoomOf({ from, to }: Import): string {
  return houseOf(from) === houseOf(to) ? roomOf(to) : houseOf(to);
}

test("there are imports between rooms to look at", () => {
  expect(crossings.length).toBeGreaterThan(20);
});

const named = (imports: readonly Import[]): string[] =>
  imports.map(({ from, to }) => `${from} imports ${to}`);

test("a room imports those that it may, and no other", () => {
  const strange = crossings.filter(
    (one) => MAY_IMPORT[roomOf(one.from)]?.includes(seenRoomOf(one)) !== true,
  );
  expect(named(strange)).toEqual([]);
});

test("a folder of the build imports those above it, and none below", () => {
  const folders = tableUnder(ARCHITECTURE, "### Folders of the build").map(([name]) =>
    codeIn(name),
  );
  const placeOf = (file: string): number => folders.indexOf(file.split("/")[2] ?? "");
  const own = importsIn("src/build").filter(({ to }) => to.startsWith("src/build/"));
  const isIn = (file: string): boolean => file.split("/").length > 3;
  expect(
    [...new Set(own.flatMap(({ from }) => (isIn(from) ? placeOf(from) : [])))].sort(),
  ).not.toContain(-1);
  const upwards = own.filter(
    ({ from, to }) => isIn(from) && (!isIn(to) || placeOf(to) > placeOf(from)),
  );
  expect(named(upwards)).toEqual([]);
});

test("a room is entered by its index", () => {
  expect(
    named(crossings.filter(isOutside).filter(({ to }) => !entriesOf(to).includes(to))),
  ).toEqual([]);
});

/** The naive baseline renders the site's own templates in another way than the site does. */
const isBaseline = ({ from }: Import): boolean => from.startsWith("scripts/bench/naive/");

test("so do the scripts enter it", () => {
  const entering = importsIn("scripts").filter(
    (one) => one.to.startsWith("src/") && !isBaseline(one),
  );
  expect(entering.length).toBeGreaterThan(20);
  expect(named(entering.filter(({ to }) => !entriesOf(to).includes(to)))).toEqual([]);
});
