import { expect, test } from "vitest";
import { ContentError, formatProblem, readSite } from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

function adminOf(yaml: string) {
  return readSite(temporaryFolder({ "site.yaml": yaml }), {}).admin;
}

function problemOf(yaml: string): string {
  try {
    adminOf(yaml);
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(formatProblem).join("\n");
    throw error;
  }
  return "";
}

test("there is no editor unless it is asked for", () => {
  expect(adminOf("name: Вести\n")).toBeUndefined();
  expect(adminOf("admin:\n")).toBeUndefined();
});

test("a repository is enough", () => {
  expect(adminOf("admin: {repo: vesti/sait}")).toEqual({
    backend: "github",
    repo: "vesti/sait",
    branch: "main",
    content: "content",
    data: "_data",
  });
});

test("all of it can be said", () => {
  const yaml =
    "admin: {backend: gitlab, repo: a/b/c, branch: novosti, login: https://vhod.example/, appId: k7, content: /x/content/, data: x/_data}";
  expect(adminOf(yaml)).toEqual({
    backend: "gitlab",
    repo: "a/b/c",
    branch: "novosti",
    login: "https://vhod.example",
    appId: "k7",
    content: "x/content",
    data: "x/_data",
  });
});

test.each([
  ["admin: {}", "Нет обязательного поля «repo»"],
  ["admin: {repo: sait}", "это не имя хранилища"],
  ["admin: {repo: a/b, backend: svn}", "такого хостинга редактор не знает"],
  ["admin: {repo: a/b, login: vhod}", "это не адрес"],
  ["admin: {repo: a/b, content: ../x}", "такой папки в хранилище быть не может"],
  ["admin: {repo: a/b, data: ''}", "«data»"],
  ["admin: {repo: a/b, brunch: main}", "возможно, «branch»"],
  ["admin: true", "нужны поля"],
])("%s is refused: %s", (yaml, message) => {
  const problem = problemOf(yaml);
  expect(problem).toContain(message);
  expect(problem).toContain("site.yaml:1:");
  expect(problem).toContain("Как исправить");
});
