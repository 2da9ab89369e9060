import { expect, test } from "vitest";
import { replaceWord } from "../../../src/language/index.ts";

test.each([
  ["Мост и мост", "мост", "Мост и мост".replaceAll(/мост/gi, "дом"), "дом"],
  ["мостовая, мост.", "МОСТ", "мостовая, дом.", "дом"],
  ["длинои мост", "длинои", "длиной мост", "длиной"],
  ["видео конференция", "видео конференция", "видеоконференция", "видеоконференция"],
  ["цена $1", "цена", "$& $1", "$&"],
  ["мост", "", "мост", "дом"],
])("in «%s» each «%s» is replaced: %s", (text, words, replaced, other) => {
  expect(replaceWord(text, words, other)).toBe(replaced);
});
