/** `vestnik/components`: the parts of a newspaper's own pages in JSX. */
export type { Article, ArticleSummary, Headline, Site } from "../../content/index.ts";
export { text, textWith } from "../../interface/index.ts";
export { page } from "../page.tsx";
export type { ArticlePage, PageContent, SiteData } from "../types.ts";
export { ArticleView } from "./article-view.tsx";
export { Byline } from "./byline.tsx";
export { Footer } from "./footer.tsx";
export { HeadlineList } from "./headlines.tsx";
export { Layout } from "./layout.tsx";
export { LeadStory } from "./lead-story.tsx";
export { Masthead } from "./masthead.tsx";
export { NewsList } from "./news-list.tsx";
export { PageHead } from "./page-head.tsx";
export { PictureFigure, PictureImage } from "./picture.tsx";
export type { Replacement } from "./replaceable.tsx";
export { SearchForm } from "./search-form.tsx";
export { TopicStrips } from "./topic-strips.tsx";
