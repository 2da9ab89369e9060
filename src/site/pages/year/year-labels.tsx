import { labelYears } from "../label-years.tsx";

export const { data, render } = labelYears(["author", "section", "series"], "labelPage");
