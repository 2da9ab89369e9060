import { fold } from "./fold.ts";
import { stem } from "./stem.ts";

/**
 * Words of one root that no dictionary of forms puts together: «румынский» and «Румыния», «отрекаться» and
 * «отречение». Only what derives from the other in a regular way counts, so that «жираф» is no relative of
 * «жир».
 */

/** What kind of word something is, by its forms. */
export type WordKind = "adjective" | "verb" | "noun";
/** The same, and the noun that is the name of a place. */
export type RelativeKind = WordKind | "place";

/** A relative that a word may have. */
export interface Relative {
  /** Folded, as Snowball leaves it. */
  readonly stem: string;
  readonly kind: RelativeKind;
}

/** The end of one stem, and its counterpart in the other. */
type Pair = readonly [one: string, other: string];

/** Of adjectives and of the places that they come from: «норвежский», «Норвегия». */
const FROM_PLACES = pairs(
  "ск: анск: янск: ийск: йск: ейск: инск: овск: евск: енск: иск: овск:в жск:г ецк:ц ческ:к ческ:ц",
);
/** Of adjectives and other nouns: «политический», «революционный», «экономичный», «кедровый». */
const FROM_NOUNS = pairs("ическ: ическ:ик н: ион: ичн:ик ьн: онн: енн: альн: арн: ов: ев:");
/**
 * The other way only what is no participle and of no verb, and more than a letter: «погреб» has nothing of
 * «погребённый», nor of «погребальный».
 */
const TO_ADJECTIVES = pairs("ическ: ическ:ик ион: ичн:ик ьн: арн: ов: ев:");
/** Suffixes of verbs. */
const VERBS = ["", ..."а я е и у ива ыва ва ова ева ирова изирова изир ир ну".split(" ")];
/** What makes a verb of a noun as it stands: «арест», «арестовать», but not «погреб», «погребать». */
const FROM_BARE_NOUNS = ["ова", "ева", "ирова"];
/** Suffixes of nouns of action. */
const ACTIONS = "ен ан ян ован еван ирован к овк ировк ац изац".split(" ");
/** How the end of a root changes before -ен- and -а-: «запретить», «запрещение». */
const MUTATIONS = pairs("т:щ т:ч ст:щ ск:щ д:жд д:ж з:ж с:ш к:ч г:ж х:ш б:бл п:пл в:вл м:мл");

/** A shorter root is that of too many words. */
const SHORTEST_ROOT = 4;
/** «крупный» is not of «крупа»: with one letter for a suffix, or none, a root has to say more. */
const SHORTEST_BARE_ROOT = 5;
/** «светский» is hardly of «свет»; «крымский» is of Крым, for places are few. */
const SHORTEST_PLACELESS_ROOT = 5;
/** Of a longer suffix each letter asks for two more of the root: «органический» is hardly of «орган». */
const LONG_SUFFIX = 4;

/** Without и, which folding makes of й: «китайский». */
const VOWEL_FIRST = /^[аеоуыэюя]/;
const VOWEL_LAST = /[аеиоуыэюя]$/;
const ADJECTIVE = /(?:[ыи]й|ой|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ое]м|[ую]ю|[ыи]х|[ыи]ми)$/;
const VERB = /(?:ть|ти|чь|л[аои]?|[еиюуая]т|ешь|ишь|[еи]м|[еи]те|ю|у)(?:ся|сь)?$/;

function pairs(text: string): Pair[] {
  return text.split(/\s+/).map((pair): Pair => {
    const [one = "", other = ""] = pair.split(":");
    return [one, other];
  });
}

/**
 * @param word in lower case
 * @returns what its relatives would be, whether there are such words or not
 */
export function relativesOf(word: string): Relative[] {
  const root = fold(stem(word));
  const all = [
    ...(ADJECTIVE.test(word) ? basesOf(root) : []),
    ...ofKind("adjective", adjectivesOf(root)),
    ...ofKind("verb", verbsOf(root)),
    ...(VERB.test(word)
      ? [...ofKind("noun", actionsOf(root)), ...ofKind("verb", aspectsOf(root))]
      : []),
  ];
  return all.filter((relative) => relative.stem !== root);
}

/** @returns what kind of word has these forms, folded */
export function kindOf(forms: readonly string[]): WordKind {
  if (forms.some((form) => /..[ое]го$/.test(form))) return "adjective";
  const past = forms.filter((form) => form.endsWith("ли"));
  return past.some((form) => forms.includes(`${form.slice(0, -1)}о`)) ? "verb" : "noun";
}

/** Possible bases of an adjective. */
function basesOf(adjective: string): Relative[] {
  const places = FROM_PLACES.flatMap(([suffix, other]) => swapped(adjective, suffix, other));
  const nouns = FROM_NOUNS.flatMap(([suffix, other]) => swapped(adjective, suffix, other));
  const long = places.filter(({ length }) => length >= SHORTEST_PLACELESS_ROOT);
  return [...ofKind("place", places), ...ofKind("noun", [...long, ...nouns])];
}

function ofKind(kind: RelativeKind, stems: readonly string[]): Relative[] {
  return [...new Set(stems)].map((own) => ({ stem: own, kind }));
}

function adjectivesOf(noun: string): string[] {
  return [...FROM_PLACES, ...TO_ADJECTIVES].flatMap(([suffix, other]) =>
    swapped(noun, other, suffix),
  );
}

/** @returns the word with another end; none where it ends otherwise, or too little is left */
function swapped(word: string, from: string, to: string): string[] {
  if (!word.endsWith(from)) return [];
  const root = word.slice(0, word.length - from.length);
  // A suffix that begins with a vowel never follows one: «самоанский» is not of «само».
  if (VOWEL_FIRST.test(from + to) && VOWEL_LAST.test(root)) return [];
  return root.length < leastRoot(from.length, to.length) ? [] : [root + to];
}

/** The letters that a root must have, by those of both suffixes: what they share is the root's too. */
function leastRoot(one: number, other: number): number {
  if (one + other < 2) return SHORTEST_BARE_ROOT;
  const shared = Math.min(one, other);
  const extra = shared === 0 ? 2 * Math.max(0, one + other - LONG_SUFFIX) : 0;
  return SHORTEST_ROOT + extra - shared;
}

/** @returns the nouns of a verb's action */
function actionsOf(verb: string): string[] {
  const roots = rootsOf(verb, VERBS);
  const bare = roots.filter(({ length }) => length >= SHORTEST_BARE_ROOT);
  const changed = roots.flatMap((root) => [root, ...mutated(root)]).map((root) => `${root}ен`);
  return [...bare, ...changed, ...roots.flatMap((root) => ACTIONS.map((action) => root + action))];
}

/** @returns the verbs of a noun of action */
function verbsOf(noun: string): string[] {
  const roots = rootsOf(noun, ACTIONS).flatMap((root) => [root, ...restored(root)]);
  const bare = noun.length < SHORTEST_BARE_ROOT ? [] : FROM_BARE_NOUNS.map((own) => noun + own);
  return [...roots.flatMap((root) => VERBS.map((suffix) => root + suffix)), ...bare];
}

/** @returns the same verb of the other aspect, and its other stems */
function aspectsOf(verb: string): string[] {
  const roots = rootsOf(verb, VERBS).flatMap((root) => [root, ...mutated(root), ...restored(root)]);
  return roots.flatMap((root) => VERBS.map((suffix) => root + suffix));
}

function rootsOf(word: string, suffixes: readonly string[]): string[] {
  const own = suffixes.filter((suffix) => word.endsWith(suffix));
  const roots = own.map((suffix) => word.slice(0, word.length - suffix.length));
  return [...new Set(roots)].filter(({ length }) => length >= SHORTEST_ROOT);
}

function mutated(root: string): string[] {
  return MUTATIONS.flatMap(([one, other]) => swapped(root, one, other));
}

function restored(root: string): string[] {
  return MUTATIONS.flatMap(([one, other]) => swapped(root, other, one));
}
