import { checkNpmCi } from "./supply/npm-ci.ts";
import { isFailed, report } from "./supply/result.ts";

/**
 * The first thing that CI does: would `npm ci` work with every npm that people have? Nothing is installed
 * by then, so that this needs no package, and Node from 22.18 on runs it as it is. What could not be
 * asked is no pass.
 */
const result = await checkNpmCi();
console.log(report([result], true));
if (isFailed(result, true)) process.exitCode = 1;
