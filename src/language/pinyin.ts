/**
 * Chinese names in Latin letters, as Russian writes them: by the Palladius system, which is regular but for
 * what stands here.
 *
 * @see https://en.wikipedia.org/wiki/Cyrillization_of_Chinese
 */

type Table = ReadonlyMap<string, string>;

const INITIALS = table(
  "b:б p:п m:м f:ф d:д t:т n:н l:л g:г k:к h:х j:цз q:ц x:с zh:чж ch:ч sh:ш r:ж z:цз c:ц s:с",
);

const FINALS = table(
  `a:а ai:ай an:ань ang:ан ao:ао e:э ei:эй en:энь eng:эн i:и ia:я ian:янь iang:ян iao:яо ie:е in:инь
  ing:ин iong:юн iu:ю o:о ong:ун ou:оу u:у ua:уа uai:уай uan:уань uang:уан ui:уй un:унь uo:о`,
);

/** Syllables that initials and finals do not make up. */
const WHOLE = table(
  `a:а ai:ай an:ань ang:ан ao:ао e:э en:энь er:эр o:о ou:оу yi:и wu:у ya:я ye:е yao:яо you:ю yan:янь
  yang:ян yin:инь ying:ин yong:юн yu:юй yue:юэ yuan:юань yun:юнь wa:ва wo:во wai:вай wei:вэй wan:вань
  wang:ван wen:вэнь weng:вэн zhi:чжи chi:чи shi:ши ri:жи zi:цзы ci:цы si:сы ju:цзюй qu:цюй xu:сюй
  juan:цзюань quan:цюань xuan:сюань jue:цзюэ que:цюэ xue:сюэ jun:цзюнь qun:цюнь xun:сюнь hui:хуэй
  huo:хо lv:люй nv:нюй`,
);

function table(text: string): Table {
  return new Map(
    text.split(/\s+/).map((pair): [string, string] => {
      const [latin = "", russian = ""] = pair.split(":");
      return [latin, russian];
    }),
  );
}

const SYLLABLES: Table = new Map([
  ...[...INITIALS].flatMap(([initial, first]) =>
    [...FINALS].map(([final, rest]): [string, string] => [initial + final, first + rest]),
  ),
  ...WHOLE,
]);

const LONGEST_SYLLABLE = 6;

/** No name is longer, and longer words have too many readings. */
const LONGEST_NAME = 16;

/**
 * @param word in small Latin letters, without marks of tones; an apostrophe may part syllables
 * @returns what it may be in Russian, that of the longest syllables first; none where it is no Chinese
 */
export function fromPinyin(word: string): string[] {
  if (word.length > LONGEST_NAME) return [];
  const parts = word.replace(/['’]+$/, "").split(/['’]/);
  return parts.reduce<string[]>(
    (names, part) => names.flatMap((name) => readings(part).map((reading) => name + reading)),
    [""],
  );
}

/** All ways to read a word as syllables: «xian» is one of them, or two. */
function readings(word: string): string[] {
  if (word === "") return [""];
  const lengths = Array.from({ length: LONGEST_SYLLABLE }, (_, at) => LONGEST_SYLLABLE - at);
  return lengths.flatMap((length) => {
    const syllable = SYLLABLES.get(word.slice(0, length));
    if (syllable === undefined || word.length < length) return [];
    return readings(word.slice(length)).map((rest) => syllable + rest);
  });
}
