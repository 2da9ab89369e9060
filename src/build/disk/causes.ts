/**
 * @param error what was thrown
 * @returns the error and its causes: Eleventy wraps errors of the disk and of templates
 */
export function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let one = error; one !== undefined && !causes.includes(one); ) {
    causes.push(one);
    if (!(one instanceof Error)) break;
    one = "originalError" in one ? one.originalError : one.cause;
  }
  return causes;
}
