import { toRss } from "../../feeds/rss.ts";
import { feedPages } from "../feed-pages.ts";

export const { data, render } = feedPages("rss", toRss);
