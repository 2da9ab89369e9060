import { toAtom } from "../../feeds/atom.ts";
import { feedPages } from "../feed-pages.ts";

export const { data, render } = feedPages("atom", toAtom);
