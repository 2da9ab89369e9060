import type { ComponentChildren } from "preact";
import type { Publisher, Site } from "../../content/index.ts";
import { text } from "../../interface/index.ts";
import type { Props } from "../types.ts";

type ImprintProps = Props<{ publisher: Publisher }>;

/** Who publishes the site, as small print. */
export function Imprint({ publisher, site }: ImprintProps) {
  const { name, registration, age } = publisher;
  const said = [name, registration].filter((one) => one !== undefined);
  const facts = factsOf(publisher, site);
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
export function ImprintList({ publisher, site }: ImprintProps) {
  const { name, registration, age } = publisher;
  const facts: readonly Fact[] = [
    [text(site, "imprint.name"), name],
    [text(site, "imprint.registration"), registration],
    [text(site, "imprint.age"), age],
    ...factsOf(publisher, site),
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

function factsOf({ founder, editor, address, phone, email }: Publisher, site: Site): Fact[] {
  const facts: readonly Fact[] = [
    [text(site, "imprint.founder"), founder],
    [text(site, "imprint.editor"), editor],
    [text(site, "imprint.address"), address],
    [
      text(site, "imprint.phone"),
      phone && <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>,
    ],
    [text(site, "imprint.email"), email && <a href={`mailto:${email}`}>{email}</a>],
  ];
  return facts.filter(([, value]) => value !== undefined);
}
