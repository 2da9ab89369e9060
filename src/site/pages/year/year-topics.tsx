import { labelYears } from "../label-years.tsx";

export const { data, render } = labelYears(["topic"], "topicPage");
