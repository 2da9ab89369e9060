import {
  type Colour,
  colourOf,
  contrastIn,
  LEAST_CONTRAST,
  nearestSeen,
  type Theme,
} from "./colours.ts";
import { FieldFault } from "./field-fault.ts";
import { knownFields, optional, readAs, text, textAs } from "./validate.ts";

/** The colour of links, marks and lines in each theme. */
export interface AccentColours {
  readonly light: Colour;
  readonly dark: Colour;
}

/** The field `accent` of site.yaml: one colour, from which that of the dark theme is made, or both. */
export function accentField() {
  return optional(
    textAs(
      "light",
      knownFields({ light: colourField("light"), dark: optional(colourField("dark")) }),
    ),
  ).transform((colours): AccentColours | undefined => {
    if (colours === undefined) return undefined;
    return { light: colours.light, dark: colours.dark ?? nearestSeen("dark", colours.light) };
  });
}

const THEMES = { light: "в светлой теме", dark: "в тёмной теме" } as const;

function colourField(theme: Theme) {
  return readAs(text(), (raw): Colour => {
    const colour = colourOf(raw);
    if (colour === undefined) throw new FieldFault("это не цвет.", AS_WRITTEN);
    refuseUnseen(theme, colour);
    return colour;
  });
}

const AS_WRITTEN = 'запишите его шестнадцатеричными цифрами в кавычках: "#9c1f1f".';

function refuseUnseen(theme: Theme, colour: Colour): void {
  const contrast = contrastIn(theme, colour);
  if (contrast >= LEAST_CONTRAST) return;
  const shown = (Math.floor(contrast * 10) / 10).toLocaleString("ru");
  const least = LEAST_CONTRAST.toLocaleString("ru");
  const message = `цвет ${colour} плохо виден ${THEMES[theme]}: контраст ${shown}, а нужно не меньше ${least}.`;
  throw new FieldFault(message, `ближайший подходящий: "${nearestSeen(theme, colour)}".`);
}
