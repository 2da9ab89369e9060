/**
 * The Snowball stemmer for Russian.
 *
 * @see https://snowballstem.org/algorithms/russian/stemmer.html
 */

const VOWELS = "аеиоуыэюя";

/** Endings by their last letter, so that few have to be tried; the longest first. */
type ByLastLetter = ReadonlyMap<string, readonly string[]>;

/** Endings that are taken off only behind а or я, and those that are taken off anywhere. */
interface Endings {
  readonly afterA: ByLastLetter;
  readonly anywhere: ByLastLetter;
}

function byLastLetter(list: string): ByLastLetter {
  const endings = list.split(" ").filter((ending) => ending !== "");
  return new Map(
    endings.map((ending) => {
      const last = ending.slice(-1);
      return [last, endings.filter((other) => other.endsWith(last))];
    }),
  );
}

const GERUND: Endings = {
  afterA: byLastLetter("вшись вши в"),
  anywhere: byLastLetter("ывшись ившись ывши ивши ыв ив"),
};

const REFLEXIVE: Endings = { afterA: byLastLetter(""), anywhere: byLastLetter("ся сь") };

const ADJECTIVE: Endings = {
  afterA: byLastLetter(""),
  anywhere: byLastLetter(
    "ими ыми его ого ему ому ее ие ые ое ей ий ый ой ем им ым ом их ых ую юю ая яя ою ею",
  ),
};

const PARTICIPLE: Endings = {
  afterA: byLastLetter("ем нн вш ющ щ"),
  anywhere: byLastLetter("ующ ивш ывш"),
};

const VERB: Endings = {
  afterA: byLastLetter("ешь нно ете йте ла на ли ем ло но ет ют ны ть й л н"),
  anywhere: byLastLetter(
    "ейте уйте ила ыла ена ите или ыли ило ыло ено ует уют ены ить ыть ишь ей уй ил ыл им ым ен ят ит ыт ую ю",
  ),
};

const NOUN: Endings = {
  afterA: byLastLetter(""),
  anywhere: byLastLetter(
    "иями ями ами ией иям ием иях ев ов ие ье еи ии ей ой ий ям ем ам ом ах ях ию ью ия ья а е и й о у ы ь ю я",
  ),
};

/**
 * The stem of a Russian word.
 *
 * @param word lower-case letters; ё counts as е
 * @returns the stem; a word without a Russian vowel stays as it is
 */
export function stem(word: string): string {
  const text = word.replaceAll("ё", "е");
  const start = firstVowel(text) + 1;
  if (start === 0) return text;
  const head = text.slice(0, start);
  const r2 = Math.max(0, secondRegion(text) - start);
  return head + tidy(derivational(inflectional(text.slice(start)), r2));
}

function firstVowel(text: string): number {
  for (let index = 0; index < text.length; index++) {
    if (VOWELS.includes(text.charAt(index))) return index;
  }
  return -1;
}

/** Where R2 starts: behind the second consonant that follows a vowel. */
function secondRegion(text: string): number {
  return regionAfter(text, regionAfter(text, 0));
}

function regionAfter(text: string, from: number): number {
  for (let index = from + 1; index < text.length; index++) {
    const consonant = !VOWELS.includes(text[index] ?? "");
    if (consonant && VOWELS.includes(text[index - 1] ?? "")) return index + 1;
  }
  return text.length;
}

function inflectional(region: string): string {
  const withoutGerund = strip(region, GERUND);
  if (withoutGerund !== undefined) return withoutGerund.replace(/и$/, "");
  const plain = strip(region, REFLEXIVE) ?? region;
  const adjective = strip(plain, ADJECTIVE);
  const stripped =
    adjective === undefined
      ? (strip(plain, VERB) ?? strip(plain, NOUN) ?? plain)
      : (strip(adjective, PARTICIPLE) ?? adjective);
  return stripped.replace(/и$/, "");
}

/** The region without its longest ending of a group, or undefined where it has none of them. */
function strip(region: string, { afterA, anywhere }: Endings): string | undefined {
  const last = region.slice(-1);
  const endings = afterA.get(last) ?? [];
  const free = anywhere.get(last)?.find((ending) => region.endsWith(ending));
  const bound = endings.find((ending) => region.endsWith(ending));
  if (bound !== undefined && bound.length > (free?.length ?? 0)) {
    const rest = region.slice(0, -bound.length);
    if (/[ая]$/.test(rest)) return rest;
    const shorter = endings.find((ending) => ending !== bound && /[ая]$/.test(cut(region, ending)));
    if (shorter !== undefined && shorter.length > (free?.length ?? 0)) return cut(region, shorter);
  }
  return free === undefined ? undefined : region.slice(0, -free.length);
}

function cut(region: string, ending: string): string {
  return region.endsWith(ending) ? region.slice(0, -ending.length) : "";
}

function derivational(region: string, r2: number): string {
  const ending = ["ость", "ост"].find((one) => region.endsWith(one));
  if (ending === undefined || region.length - ending.length < r2) return region;
  return region.slice(0, -ending.length);
}

function tidy(region: string): string {
  if (region.endsWith("нн")) return region.slice(0, -1);
  const superlative = ["ейше", "ейш"].find((ending) => region.endsWith(ending));
  if (superlative !== undefined) return region.slice(0, -superlative.length).replace(/нн$/, "н");
  return region.replace(/ь$/, "");
}
