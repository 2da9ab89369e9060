import type { ComponentChildren } from "preact";
import type { Publisher } from "../../content/index.ts";

/** Who publishes the site, as small print. */
export function Imprint({ publisher }: { publisher: Publisher }) {
  const { name, registration, age } = publisher;
  const said = [name, registration].filter((one) => one !== undefined);
  const facts = factsOf(publisher);
  return (
    <div class="imprint">
      {age === undefined ? null : <p class="age-mark">{age}</p>}
      {said.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {facts.map(([label, value]) => (
        <p key={label}>
          {label}: {value}
        </p>
      ))}
    </div>
  );
}

/** The same as a list of terms, for the page about the site. */
export function ImprintList({ publisher }: { publisher: Publisher }) {
  const { name, registration, age } = publisher;
  const facts: readonly Fact[] = [
    ["Издание", name],
    ["Регистрация", registration],
    ["Возраст читателей", age],
    ...factsOf(publisher),
  ];
  const known = facts.filter(([, value]) => value !== undefined);
  return (
    <dl class="imprint-list">
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Fact = readonly [label: string, value: ComponentChildren];

function factsOf({ founder, editor, address, phone, email }: Publisher): Fact[] {
  const facts: readonly Fact[] = [
    ["Учредитель", founder],
    ["Главный редактор", editor],
    ["Адрес", address],
    ["Телефон", phone && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>],
    ["Почта", email && <a href={`mailto:${email}`}>{email}</a>],
  ];
  return facts.filter(([, value]) => value !== undefined);
}
