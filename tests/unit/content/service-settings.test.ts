import { expect, test } from "vitest";
import {
  attempt,
  counterAddress,
  formatProblem,
  type Problem,
  readSite,
  type SiteOverrides,
} from "../../../src/content/index.ts";
import { temporaryFolder } from "../temporary.ts";

function siteOf(yaml: string, overrides: SiteOverrides = {}) {
  const problems: Problem[] = [];
  const folder = temporaryFolder({ "site.yaml": yaml });
  const site = attempt(problems, () => readSite(folder, overrides));
  const told = problems.map(formatProblem).join("\n").replaceAll(folder, "…");
  return { site, told: told.replaceAll(/\S*site\.yaml/g, "site.yaml") };
}

const UUID = "94db1cb1-74f4-4a40-ad6c-962362670409";

test.each([
  ["{service: metrika, id: 12345678}", "https://mc.yandex.ru/watch/12345678"],
  ['{service: metrika, id: "12345678"}', "https://mc.yandex.ru/watch/12345678"],
  ["{service: plausible, id: vesti.example}", "https://plausible.io/api/event"],
  [
    "{service: plausible, id: vesti.example, host: https://stat.vesti.example/}",
    "https://stat.vesti.example/api/event",
  ],
  [`{service: umami, id: ${UUID}}`, "https://gateway.umami.is/api/send"],
  [
    `{service: umami, id: ${UUID}, host: https://vesti.example:8443/umami}`,
    "https://vesti.example:8443/umami/api/send",
  ],
  [
    "{service: goatcounter, host: https://vesti.goatcounter.com}",
    "https://vesti.goatcounter.com/count",
  ],
  ["{service: matomo, id: 1, host: https://m.vesti.example}", "https://m.vesti.example/matomo.php"],
])("counter: %s is asked at %s", (counter, address) => {
  const { site, told } = siteOf(`counter: ${counter}\n`);
  expect(told).toBe("");
  expect(site?.counter && counterAddress(site.counter)).toBe(address);
});

test("comments have the settings of their service, and usual ones where it has some", () => {
  const giscus =
    "{service: giscus, repo: a/b, repoId: R_kgDOJ1a2bQ, category: Общее, categoryId: DIC_kwDOJ1}";
  expect(siteOf(`comments: ${giscus}`).site?.comments).toEqual({
    service: "giscus",
    host: "https://giscus.app",
    settings: { repo: "a/b", repoId: "R_kgDOJ1a2bQ", category: "Общее", categoryId: "DIC_kwDOJ1" },
  });
  expect(
    siteOf("comments: {service: remark42, host: https://slova.vesti.example}").site?.comments,
  ).toEqual({
    service: "remark42",
    host: "https://slova.vesti.example",
    settings: { id: "remark" },
  });
});

test("a preview counts nobody", () => {
  const yaml = "counter: {service: metrika, id: 12345678}";
  expect(siteOf(yaml, { preview: true }).site?.counter).toBeUndefined();
});

test.each([
  [
    "counter: {service: metrica, id: 12345678}",
    "site.yaml:1:20: «counter», «service»: службы «metrica» сайт не знает. Возможно, это «metrika». возьмите одну из этих: metrika, plausible, umami, goatcounter, matomo; или уберите counter.",
  ],
  [
    "comments: {service: disqus}",
    "site.yaml:1:21: «comments», «service»: службы «disqus» сайт не знает. Возможно, это «giscus». возьмите одну из этих: giscus, remark42; или уберите comments.",
  ],
  [
    "counter: {service: metrika, id: 1 2}",
    "site.yaml:1:33: «counter», «id»: «1 2» так не выглядит. Яндекс Метрика: запишите как на её странице, например 12345678.",
  ],
  [
    "counter: {service: metrika}",
    "«counter», «id»: для службы Яндекс Метрика нужно и это поле. добавьте строку: id: 12345678",
  ],
  [
    "counter: {service: metrika, id: 12345678, host: https://chuzhoi.example}",
    "site.yaml:1:49: «counter», «host»: Яндекс Метрика живёт только по адресу https://mc.yandex.ru: другого сервера у неё нет. уберите host.",
  ],
  [
    "counter: {service: matomo, id: 1}",
    "«counter», «host»: для службы Matomo нужно и это поле. добавьте строку: host: https://stat.vesti.example",
  ],
  ["counter: {service: goatcounter, host: http://a.example}", "это не адрес сервера."],
  ["counter: {service: goatcounter, id: 1, host: https://a.example}", "такого поля нет."],
  ["counter: {service: umami, id: 5}", "«5» так не выглядит."],
  ["counter: {srvice: metrika}", "Неизвестное поле «srvice» (возможно, «service»)"],
  ["counter: metrika", "нужны поля вида «имя: значение»"],
  ["comments: {service: giscus, repo: a}", "«a» так не выглядит."],
])("%s is refused", (yaml, message) => {
  const { site, told } = siteOf(yaml);
  expect(site).toBeUndefined();
  const line = told.replaceAll(/\n\s*/g, " ").replaceAll(" Как исправить:", "");
  expect(line).toContain(message);
});

/** What would end a directive, a header or a string of a server's configuration. */
test.each([
  "https://a.example;script-src *",
  'https://a.example"',
  "https://a.example/ x",
  "https://*",
])("a host of %s does not come into the policy", (host) => {
  const { told } = siteOf(`counter: {service: matomo, id: 1, host: '${host}'}`);
  expect(told).toContain("это не адрес сервера.");
});
