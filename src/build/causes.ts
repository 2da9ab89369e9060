/**
 * @param error what was thrown
 * @returns it, and what it was thrown for: Eleventy wraps what a disk or a template has said
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
