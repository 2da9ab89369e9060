export { cmsConfig } from "./config.ts";
export { adminPage } from "./page.tsx";
export { adminPolicy } from "./policy.ts";
