import { randomNumbers } from "../../scripts/random.ts";

/** A small archive of several years, always the same, for searches in it. */

export const ARTICLES = 120;
const FIRST_YEAR = 2016;
export const YEARS = 8;
const UNDATED = 4;
const DAY_MS = 86_400_000;

/** Each with forms that Pagefind holds under several stems; the first are the commonest. */
const WORDS = `город города городом|мост моста мостом мосты|река реки рекой|новый новая нового новым
|открыть открыли открыт открыта|дань дани|данный данного данная|человек люди людей|красный красного
|депутат депутаты депутатов|газета газеты газету|президент президента|бюджет бюджета бюджетный
|школа школы школе школьный|больница больницы|дорога дороги дорогу|завод завода заводской
|театр театра театры|набережная набережной|строительство строительства|рубль рублей рубли
|миллион миллиона миллионов|тысяча тысяч|решение решения решений|суд суда судом|врач врача врачи
|учитель учителя учителей|погода погоды|снег снега снегом|дождь дождя дожди|ребёнок дети детей
|праздник праздника праздники|выставка выставки|музей музея музеи|автобус автобуса автобусы
|поезд поезда поездом|станция станции станцию|жёлтый жёлтого жёлтая|идти шёл шли|день дня дней
|северо-западный северо-западного|1250 1250–1316|2021-й|wifi|Куньшань Куньшаня Куньшанем`
  .split("|")
  .map((forms) => forms.trim().split(/\s+/));

/** Stands in articles of one year alone. */
export const RARE = { year: 2019, word: "дирижабль" };

const random = randomNumbers(20_261_126);
/** @returns a whole number from 0 up to the limit, always the same ones in turn */
export const below = (limit: number): number => Math.floor(random() * limit);

export function pick<Item>(items: readonly Item[]): Item {
  return items[below(items.length)] as Item;
}

/** The commonest words stand in every article, as in a real archive. */
export function drawWord(): string {
  return pick(WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? []);
}

function sentence(length: number): string {
  const words = Array.from({ length }, drawWord).join(" ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** An article, with the words that its text is made of. */
export interface Draft {
  readonly file: string;
  readonly words: readonly string[];
  readonly text: string;
}

/** Later articles are longer, so that the pages of volumes differ in length. */
function draftOf(number: number): Draft {
  const start = Date.UTC(FIRST_YEAR, 0, 1);
  const step = (Date.UTC(FIRST_YEAR + YEARS, 0, 1) - start) / ARTICLES;
  const date = new Date(start + number * step + below(20) * DAY_MS).toISOString();
  const year = date.slice(0, 4);
  const length = 2 + below(4 + Math.floor(number / 10));
  const sentences = Array.from({ length }, () => sentence(4 + below(8)));
  if (year === String(RARE.year) && number % 3 === 0) sentences.push(`Летит ${RARE.word}`);
  const body = sentences.join(". ");
  // In Moscow it is still the old year: such articles lie among those of the next one.
  const written = number % 15 === 1 ? `${year}-01-01T01:30+05:00` : `${date.slice(0, 16)}+03:00`;
  const topics = [`Тема ${below(5)}`, `Тема ${5 + below(5)}`].join(", ");
  const when = number < UNDATED ? "" : `date: ${written}\n`;
  return {
    file: `${number}.md`,
    words: body.split(/[\s.]+/).filter(Boolean),
    text: `---\ntitle: ${sentence(4)}\n${when}topics: [${topics}]\n---\n\n${body}.\n`,
  };
}

export const DRAFTS = Array.from({ length: ARTICLES }, (_, number) => draftOf(number));
