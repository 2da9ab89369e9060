/** What follows the stem of a numeral, cardinal or ordinal, in any of its forms. */
const ENDING =
  "(?:ь|и|ью|ый|ий|ой|ая|ья|ое|ье|ые|ьи|ого|ьего|ому|ьему|ую|ью|ым|ьим|ом|ьем|ых|ьих|ей|ьей)";

const UNITS = numerals([
  `од(?:ин|н[аоиуе]|н(?:ого|ому|им|ом|ой|их|ими))|перв${ENDING}`,
  `дв(?:а|е|ух|ум|умя)|втор${ENDING}`,
  `тр(?:и|[её]х|[её]м|емя)|трет${ENDING}`,
  `четыр(?:е|[её]х|[её]м|ьмя)|четв[её]рт${ENDING}`,
  `пят${ENDING}`,
  `шест${ENDING}`,
  `сем(?:ь|и|ью)|седьм${ENDING}`,
  `вос(?:емь|ьми|емью)|восьм${ENDING}`,
  `девят${ENDING}`,
]);

const TENS = numerals([
  `двадцат${ENDING}`,
  `тридцат${ENDING}`,
  "сорока?",
  "пят(?:ь|и|ью)десят(?:и|ью)?",
  "шест(?:ь|и|ью)десят(?:и|ью)?",
  "сем(?:ь|и|ью)десят(?:и|ью)?",
  "вос(?:емь|ьми|емью)десят(?:и|ью)?",
  "девяност[ао]",
]);

function numerals(patterns: readonly string[]): RegExp[] {
  return patterns.map((pattern) => new RegExp(`^(?:${pattern})$`));
}

/**
 * The number that two words say: «шестьдесят восьмая» is 68.
 *
 * @param tens in lower case, as units
 * @returns from 21 to 99; nothing where they are no such number
 */
export function numberOf(tens: string, units: string): number | undefined {
  const ten = TENS.findIndex((pattern) => pattern.test(tens));
  const unit = UNITS.findIndex((pattern) => pattern.test(units));
  return ten < 0 || unit < 0 ? undefined : 10 * (ten + 2) + unit + 1;
}

/** By their numbers. */
const CENTURIES =
  "- i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split(" ");

/**
 * The number of a century in the other digits: «17» is «xvii», and «xvii» is «17».
 *
 * @param number in lower case
 * @returns nothing for what is no such number
 */
export function otherDigitsOf(number: string): string | undefined {
  const at = CENTURIES.indexOf(number);
  if (at > 0) return String(at);
  return /^[1-9]\d?$/.test(number) ? CENTURIES[Number(number)] : undefined;
}
