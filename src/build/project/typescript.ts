import { register } from "node:module";
import { IS_COMPILED } from "./project.ts";

let isRegistered = false;

/**
 * From now on this process loads modules in TypeScript and JSX: a project's configuration and pages. Where
 * our own modules are not compiled, as in tests, tsx does it already.
 */
export function loadTypeScript(): void {
  if (isRegistered || !IS_COMPILED) return;
  isRegistered = true;
  register("./typescript-hooks.js", import.meta.url);
}
