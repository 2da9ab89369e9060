/** What a newspaper's own pages in JSX are made of: `vestnik/components`. */
export { page } from "../page.tsx";
export type { ArticlePage, PageContent, SiteData } from "../types.ts";
export { ArticleView } from "./article-view.tsx";
export { Byline } from "./byline.tsx";
export { HeadlineList } from "./headlines.tsx";
export { Layout } from "./layout.tsx";
export { LeadStory } from "./lead-story.tsx";
export { NewsList } from "./news-list.tsx";
export { PageHead } from "./page-head.tsx";
export { PictureFigure, PictureImage } from "./picture.tsx";
export { SearchForm } from "./search-form.tsx";
export { TopicStrips } from "./topic-strips.tsx";
