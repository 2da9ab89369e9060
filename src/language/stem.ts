/**
 * The Snowball stemmer for Russian.
 *
 * @see https://snowballstem.org/algorithms/russian/stemmer.html
 */

const VOWELS = "аеиоуыэюя";

/** Endings that are taken off only behind а or я, and those that are taken off anywhere. */
interface Endings {
  readonly afterA: readonly string[];
  readonly anywhere: readonly string[];
}

const GERUND: Endings = {
  afterA: ["вшись", "вши", "в"],
  anywhere: ["ывшись", "ившись", "ывши", "ивши", "ыв", "ив"],
};

const REFLEXIVE: Endings = { afterA: [], anywhere: ["ся", "сь"] };

const ADJECTIVE: Endings = {
  afterA: [],
  anywhere:
    "ими ыми его ого ему ому ее ие ые ое ей ий ый ой ем им ым ом их ых ую юю ая яя ою ею".split(
      " ",
    ),
};

const PARTICIPLE: Endings = {
  afterA: ["ем", "нн", "вш", "ющ", "щ"],
  anywhere: ["ующ", "ивш", "ывш"],
};

const VERB: Endings = {
  afterA: "ешь нно ете йте ла на ли ем ло но ет ют ны ть й л н".split(" "),
  anywhere:
    "ейте уйте ила ыла ена ите или ыли ило ыло ено ует уют ены ить ыть ишь ей уй ил ыл им ым ен ят ит ыт ую ю".split(
      " ",
    ),
};

const NOUN: Endings = {
  afterA: [],
  anywhere:
    "иями ями ами ией иям ием иях ев ов ие ье еи ии ей ой ий ям ем ам ом ах ях ию ью ия ья а е и й о у ы ь ю я".split(
      " ",
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
  return [...text].findIndex((letter) => VOWELS.includes(letter));
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
  const found = (endings: readonly string[], minimum: number): string | undefined =>
    endings.find((ending) => region.endsWith(ending) && region.length >= ending.length + minimum);
  const free = found(anywhere, 0);
  const bound = afterA.find((ending) => region.endsWith(ending));
  if (bound !== undefined && bound.length > (free?.length ?? 0)) {
    const rest = region.slice(0, -bound.length);
    if (/[ая]$/.test(rest)) return rest;
    const shorter = afterA.find((ending) => ending !== bound && /[ая]$/.test(cut(region, ending)));
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
