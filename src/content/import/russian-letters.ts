/** How often each letter is among a thousand letters of Russian texts. */
const FREQUENCIES: Readonly<Record<string, number>> = {
  о: 110,
  е: 85,
  а: 80,
  и: 74,
  н: 67,
  т: 63,
  с: 55,
  р: 47,
  в: 45,
  л: 44,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 26,
  я: 20,
  ы: 19,
  ь: 17,
  г: 17,
  з: 16,
  б: 16,
  ч: 14,
  й: 12,
  х: 10,
  ж: 9,
  ш: 7,
  ю: 6,
  ц: 5,
  щ: 4,
  э: 3,
  ф: 3,
  ъ: 0.4,
  ё: 0.4,
  і: 1,
  ў: 1,
  ї: 0.5,
  є: 0.5,
  ґ: 0.1,
};

/** Signs of Russian typography. */
const SIGNS = /[«»—–…№„“”’‘\u00a0©°§×]/;

/** In natural logarithms, as the frequencies. */
const COST = { capital: 1, capitalInWord: 6, sign: 4, stranger: 9 };

/**
 * How much a text looks like Russian by its letters: about -3.2 for Russian, under -5 for Russian
 * that was read in a wrong encoding.
 *
 * @param text whose ASCII does not count
 * @returns the mean logarithm of the letters' frequencies, if there are other letters than of ASCII
 */
export function russianScore(text: string): number | undefined {
  let [sum, count, isInWord] = [0, 0, false];
  for (const sign of text) {
    if (sign >= "\u0080") {
      sum += scoreOf(sign, isInWord);
      count++;
    }
    isInWord = sign.toLowerCase() === sign && sign.toUpperCase() !== sign;
  }
  return count === 0 ? undefined : sum / count;
}

function scoreOf(sign: string, isInWord: boolean): number {
  const frequency = FREQUENCIES[sign.toLowerCase()];
  if (frequency === undefined) return SIGNS.test(sign) ? -COST.sign : -COST.stranger;
  const base = Math.log(frequency / 1000);
  if (sign === sign.toLowerCase()) return base;
  return base - (isInWord ? COST.capitalInWord : COST.capital);
}
