/** A workflow of GitHub as its YAML says it, as far as ours go. */
export interface Workflow {
  readonly env?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string; readonly "cancel-in-progress": boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, string | readonly string[]>> };
  readonly steps: readonly Step[];
}

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export type Inputs = Readonly<Record<string, string>>;

/** @returns the name of a step's action, without the owner and the commit */
export function actionOf({ uses = "" }: Step): string {
  const name = /^actions\/([^@]+)@/.exec(uses)?.[1];
  if (name === undefined) throw new Error(`What is ${uses}?`);
  return name;
}

/**
 * What a text is worth once its expressions are replaced; the whole of a condition is one.
 *
 * @throws Error where it says something that our workflows have not said so far
 */
export function evaluate(text: unknown, context: unknown): unknown {
  if (typeof text !== "string") return text;
  const whole = /^\$\{\{ ([^}]+) \}\}$/.exec(text)?.[1];
  if (whole !== undefined) return worth(whole, context);
  if (/^[\w.]+ == '\w+'$/.test(text)) return worth(text, context);
  return text.replaceAll(/\$\{\{ ([^}]+) \}\}/g, (_, inner) => String(worth(inner, context) ?? ""));
}

function worth(expression: string, context: unknown): unknown {
  const [, left, right] = /^(\S+) == '(\w+)'$/.exec(expression) ?? [];
  if (left !== undefined) return worth(left, context) === right;
  const [, argument] = /^fromJSON\((\S+)\)$/.exec(expression) ?? [];
  if (argument !== undefined) return JSON.parse(String(worth(argument, context)));
  if (!/^[\w.]+$/.test(expression)) throw new Error(`What is ${expression}?`);
  return expression.split(".").reduce<unknown>((value, name) => {
    return (value as Readonly<Record<string, unknown>> | undefined)?.[name];
  }, context);
}
