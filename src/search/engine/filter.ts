/** Whether a page has a value of a filter. */
type Has = (filter: string, value: string) => boolean;

/** One condition of Pagefind's filters; those of a list or an object must all hold. */
type Condition = unknown;

/**
 * Pagefind's filters for one page: `{ topic: "Город" }`, `{ topic: ["Город", "Река"] }` (both),
 * `{ topic: { any: ["Город", "Река"] } }`, and `any`, `all`, `none`, `not` around and inside them.
 *
 * @see https://pagefind.app/docs/js-api-filtering/
 * @param condition what an interface passes as `filters`
 */
export function passes(condition: Condition, has: Has, filter = ""): boolean {
  return parts(condition, filter).every((part) => holds(part, has));
}

/** A condition under the name of its filter. */
interface Part {
  readonly filter: string;
  readonly condition: Condition;
  readonly operator?: "any" | "all" | "none" | "not";
}

function parts(condition: Condition, filter: string): Part[] {
  if (Array.isArray(condition)) return condition.map((one) => ({ filter, condition: one }));
  if (condition === null || typeof condition !== "object") return [{ filter, condition }];
  return Object.entries(condition).map(([name, inner]) =>
    isOperator(name)
      ? { filter, condition: inner, operator: name }
      : { filter: name, condition: inner },
  );
}

function isOperator(name: string): name is NonNullable<Part["operator"]> {
  return ["any", "all", "none", "not"].includes(name);
}

function holds({ filter, condition, operator }: Part, has: Has): boolean {
  if (condition === null || typeof condition !== "object") {
    const value = has(filter, String(condition));
    return operator === "none" || operator === "not" ? !value : value;
  }
  const inner = (part: Part): boolean => holds(part, has);
  const all = parts(condition, filter);
  if (operator === "any") return all.some(inner);
  if (operator === "none") return !all.some(inner);
  return operator === "not" ? !all.every(inner) : all.every(inner);
}
