import type { Article } from "../../content/index.ts";
import type { PageContent, Props } from "../types.ts";
import { slot } from "./replaceable.tsx";

type OfPage = Props<{ page: PageContent }>;
type OfArticle = Props<{ article: Article }>;

/** The end of `head`: what only this newspaper tells browsers. */
export const HeadEnd = slot<OfPage>("HeadEnd");

/** Above the masthead, and below the footer. */
export const PageStart = slot<OfPage>("PageStart");
export const PageEnd = slot<OfPage>("PageEnd");

/** Between an article's head and its text, and below its text. */
export const BeforeArticle = slot<OfArticle>("BeforeArticle");
export const AfterArticle = slot<OfArticle>("AfterArticle");
