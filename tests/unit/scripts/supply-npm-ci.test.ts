import { build } from "esbuild";
import { expect, test } from "vitest";
import { type AskedNpm, judgeNpmCi } from "../../../scripts/supply/npm-ci.ts";
import { isFailed, report } from "../../../scripts/supply/result.ts";

function asked(answer: AskedNpm["answer"]): AskedNpm {
  return { version: "10.8.2", from: "Node 20", answer };
}

/** As npm 10.8.2 prints it. */
const REFUSAL = `npm error code EUSAGE
npm error
npm error \`npm ci\` can only install packages when your package.json and package-lock.json are in sync.
npm error
npm error Missing: a@3.6.0 from lock file
npm error Missing: b@1.0.0 from lock file
npm error
npm error Clean install a project
npm error A complete log of this run can be found in: /home/a/.npm/_logs/debug-0.log
`;

test("a lockfile that all take passes", () => {
  const result = judgeNpmCi([asked({ accepts: true, output: "added 606 packages in 2s" })]);
  expect(isFailed(result, true)).toBe(false);
  expect(report([result], true)).toMatch(/^npm ci {2}ok {6}npm 10\.8\.2\n/);
});

test("one that refuses fails, with what it misses and how to mend it", () => {
  const taken = asked({ accepts: true, output: "" });
  const result = judgeNpmCi([taken, asked({ accepts: false, output: REFUSAL })]);
  expect(isFailed(result, false)).toBe(true);
  expect(result.failures).toEqual([
    expect.stringMatching(
      /^npm 10\.8\.2 \(Node 20\) refuses the lockfile: code EUSAGE; .*a@3\.6\.0/,
    ),
    "write the lockfile with the oldest: npx npm@10.8.2 install --package-lock-only",
  ]);
});

test("one that could not be fetched is no pass", () => {
  const result = judgeNpmCi([asked({ unfetched: "code ECONNREFUSED" })]);
  expect(result.notes).toEqual(["npm 10.8.2 (Node 20) not checked: code ECONNREFUSED"]);
  expect(report([result], false)).toMatch(/^npm ci {2}note .*1 of them not checked$/m);
  expect([isFailed(result, false), isFailed(result, true)]).toEqual([false, true]);
});

test("CI can ask before anything is installed", async () => {
  const { metafile } = await build({
    entryPoints: ["scripts/check-install.ts"],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    metafile: true,
    write: false,
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const packages = imports.filter(({ external }) => external).map(({ path }) => path);
  expect(packages.length).toBeGreaterThan(0);
  expect(packages.filter((path) => !path.startsWith("node:"))).toEqual([]);
});
