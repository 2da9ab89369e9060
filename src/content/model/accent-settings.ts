import { z } from "zod";
import {
  type Colour,
  colourOf,
  contrastIn,
  LEAST_CONTRAST,
  nearestSeen,
  type Theme,
} from "./colours.ts";
import { knownFields, optional, text, textAs } from "./validate.ts";

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
  return text().transform((raw, context): Colour => {
    const colour = colourOf(raw);
    const problem = colour === undefined ? NO_COLOUR : contrastProblem(theme, colour);
    if (problem === undefined && colour !== undefined) return colour;
    context.addIssue({ code: "custom", ...(problem ?? NO_COLOUR) });
    return z.NEVER;
  });
}

const NO_COLOUR = {
  message: "это не цвет.",
  params: { mend: 'запишите его шестнадцатеричными цифрами в кавычках: "#9c1f1f".' },
};

function contrastProblem(theme: Theme, colour: Colour) {
  const contrast = contrastIn(theme, colour);
  if (contrast >= LEAST_CONTRAST) return undefined;
  const shown = (Math.floor(contrast * 10) / 10).toLocaleString("ru");
  const least = LEAST_CONTRAST.toLocaleString("ru");
  const message = `цвет ${colour} плохо виден ${THEMES[theme]}: контраст ${shown}, а нужно не меньше ${least}.`;
  return { message, params: { mend: `ближайший подходящий: "${nearestSeen(theme, colour)}".` } };
}
