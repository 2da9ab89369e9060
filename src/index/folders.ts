/** What of a part's folder is published, laid out as in the site. */
export const PUBLISHED = "site";
