/** What pages may load and what servers say of files; no page needs the forms of servers beside it. */
export { adminPolicy } from "./admin-policy.ts";
export {
  HEADER_RULES,
  type HeaderRule,
  headersOf,
  hostPolicy,
  isHashed,
  isMedia,
} from "./header-rules.ts";
export { hostHeaders } from "./host-headers.ts";
export { hostRedirects, type Redirect } from "./host-redirects.ts";
export { pagePolicy } from "./policy.ts";
