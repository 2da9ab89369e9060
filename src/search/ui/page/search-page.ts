import { SearchPage } from "./page.ts";
import { findParts } from "./parts.ts";

const page = new SearchPage(findParts());
document.querySelector("[data-search-fallback]")?.remove();
page.start();
