import { z } from "zod";
import { perhaps } from "./field-names.ts";
import { isWebAddress } from "./fields.ts";
import {
  type ChosenService,
  COMMENTS,
  COUNTERS,
  type Comments,
  type Counter,
  type Service,
} from "./services.ts";
import { knownFields, optional, text } from "./validate.ts";

/** The field `counter` of site.yaml. */
export function counterField() {
  const fields = knownFields({ service: text(), host: optional(text()), id: optional(idField()) });
  return optional(
    fields.transform((given, context): Counter => settled("counter", COUNTERS, given, context)),
  );
}

/** The field `comments` of site.yaml. */
export function commentsField() {
  const fields = knownFields({
    service: text(),
    host: optional(text()),
    id: optional(idField()),
    repo: optional(text()),
    repoId: optional(text()),
    category: optional(text()),
    categoryId: optional(text()),
  });
  return optional(
    fields.transform((given, context): Comments => settled("comments", COMMENTS, given, context)),
  );
}

/** Numbers are names here, and nobody takes them in quotation marks. */
function idField() {
  return z.preprocess((value) => (typeof value === "number" ? String(value) : value), text());
}

/** The settings as written, by field. */
type Given = Readonly<Record<string, string | undefined>> & { readonly service: string };

/** A fault of a field. */
interface Fault {
  readonly field: string;
  readonly message: string;
  readonly mend: string;
}

function settled<Name extends string>(
  setting: string,
  services: Readonly<Record<Name, Service>>,
  given: Given,
  context: z.RefinementCtx,
): ChosenService<Name> {
  const name = (Object.keys(services) as Name[]).find((one) => one === given.service);
  const faults =
    name === undefined
      ? [unknownService(given.service, Object.keys(services), setting)]
      : faultsOf(given, services[name]);
  for (const { field, message, mend } of faults) {
    context.addIssue({ code: "custom", path: [field], message, params: { mend } });
  }
  return name === undefined || faults.length > 0 ? z.NEVER : chosen(name, services[name], given);
}

function chosen<Name extends string>(
  service: Name,
  { host = "", settings }: Service,
  given: Given,
): ChosenService<Name> {
  const values = Object.entries(settings).map(([key, { usual = "" }]) => [
    key,
    given[key] ?? usual,
  ]);
  const own = (given.host ?? host).replace(/\/+$/, "");
  return { service, host: own, settings: Object.fromEntries(values) };
}

function unknownService(name: string, known: readonly string[], setting: string): Fault {
  return {
    field: "service",
    message: `службы «${name}» сайт не знает.${perhaps(name, known)}`,
    mend: `возьмите одну из этих: ${known.join(", ")}; или уберите ${setting}.`,
  };
}

function faultsOf(given: Given, service: Service): Fault[] {
  const host = hostFault(given.host, service);
  const settings = Object.entries(service.settings).flatMap(([field, { form, example, usual }]) => {
    const value = given[field] ?? usual;
    if (value === undefined) return [missing(field, service, example)];
    const message = `«${value}» так не выглядит.`;
    const mend = `${service.title}: запишите как на её странице, например ${example}.`;
    return form.test(value) ? [] : [{ field, message, mend }];
  });
  return [...(host === undefined ? [] : [host]), ...settings, ...needless(given, service)];
}

function missing(field: string, { title }: Service, example: string): Fault {
  const message = `для службы ${title} нужно и это поле.`;
  return { field, message, mend: `добавьте строку: ${field}: ${example}` };
}

function needless(given: Given, { title, settings }: Service): Fault[] {
  const others = Object.keys(given).filter(
    (field) =>
      given[field] !== undefined && !["service", "host", ...Object.keys(settings)].includes(field),
  );
  const message = `у службы ${title} такого поля нет.`;
  const names = ["service", "host", ...Object.keys(settings)].join(", ");
  return others.map((field) => ({ field, message, mend: `уберите его. Есть: ${names}.` }));
}

const EXAMPLE_HOST = "https://stat.vesti.example";

function hostFault(host: string | undefined, service: Service): Fault | undefined {
  if (host === undefined) {
    return service.host === undefined ? missing("host", service, EXAMPLE_HOST) : undefined;
  }
  if (service.isOwn !== true) {
    const message = `${service.title} живёт только по адресу ${service.host}: другого сервера у неё нет.`;
    return { field: "host", message, mend: "уберите host." };
  }
  if (isHost(host)) return undefined;
  const message = "это не адрес сервера.";
  const mend = `запишите его целиком, с https:// и без знаков ? и #: ${EXAMPLE_HOST}`;
  return { field: "host", message, mend };
}

/** Of plain signs only: it stands in the policy, and in configurations of servers. */
const PLAIN_HOST = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[\w.~-]+)*\/*$/i;

function isHost(address: string): boolean {
  return isWebAddress(address) && PLAIN_HOST.test(address);
}
