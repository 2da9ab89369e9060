import { type EditCosts, editDistance } from "./edit-distance.ts";

/**
 * How likely one word was typed for another: slips of the ear and of the hand are cheap, any other
 * change of a letter costs 1. The costs are by kinds and not counted, for there is no open list of
 * Russian slips to count them in; what they are for is a noisy channel (Kernighan, Church and Gale,
 * 1990, «A spelling correction program based on a noisy channel model»).
 */

/** Unstressed vowels, voiced and voiceless consonants, and what else sounds nearly alike. */
const SOUND_ALIKE = pairs(
  "ао ои еи еэ ея еы еа ео ия иы аы аи яа юу бп вф гк дт жш жз зс шщ шс щч цс гв гх",
);

/** Keys side by side on ЙЦУКЕН, in a row or across two. */
const NEIGHBOUR_KEYS = pairs(
  `йц цу ук ке ен нг гш шщ щз зх хъ фы ыв ва ап пр ро ол лд дж жэ яч чс см ми ит ть ьб бю
  йф цф цы уы ув кв ка еа еп нп нр гр го шо шл щл щд зд зж хж хэ ъэ
  фя ыя ыч вч вс ас ам пм пи ри рт от оь ль лб дб дю жю`,
);

const OTHER = 1;
const SOUND = 0.5;
const KEY = 0.7;
const SWAP = 0.6;
/** A soft sign, and one letter of two alike, are not heard. */
const UNHEARD = 0.4;
/** Hardly anybody mistypes how a word begins. */
const FIRST_LETTER = 1.4;

function pairs(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).flatMap((pair) => [pair, (pair[1] ?? "") + (pair[0] ?? "")]));
}

const COSTS: EditCosts = {
  replacing(typed, row, meant, column) {
    const pair = (typed[row] ?? "") + (meant[column] ?? "");
    const alike = SOUND_ALIKE.has(pair) ? SOUND : OTHER;
    return weightAt(row) * Math.min(alike, NEIGHBOUR_KEYS.has(pair) ? KEY : OTHER);
  },
  gap(word, at) {
    const letter = word[at] ?? "";
    const isUnheard = /[ьъ]/.test(letter) || letter === word[at - 1];
    return weightAt(at) * (isUnheard ? UNHEARD : OTHER);
  },
  swap: (at) => weightAt(at) * SWAP,
};

function weightAt(at: number): number {
  return at === 0 ? FIRST_LETTER : 1;
}

/**
 * @param typed a folded word
 * @param meant a folded word
 * @returns 0 for equal words, below 1 for one likely slip, 1 or more for others
 */
export function slipCost(typed: string, meant: string): number {
  return editDistance(typed, meant, COSTS);
}
