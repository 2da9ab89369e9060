export { adminConfig, cmsConfig } from "./config.ts";
export { type AdminFiles, adminPage } from "./page.tsx";
