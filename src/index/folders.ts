/** The published part of an artifact's folder, laid out as in the site. */
export const PUBLISHED = "site";
