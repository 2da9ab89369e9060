import { toJsonFeed } from "../../feeds/json-feed.ts";
import { feedPages } from "../feed-pages.ts";

export const { data, render } = feedPages("json", toJsonFeed);
