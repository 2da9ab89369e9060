/** The part of the validator that is used; it ships no types. */
declare module "@adobe/structured-data-validator" {
  interface Issue {
    readonly issueMessage: string;
    readonly severity: "ERROR" | "WARNING";
    readonly fieldNames?: readonly string[];
    readonly path?: readonly { readonly type?: string; readonly property?: string }[];
  }

  export default class Validator {
    /** @param data by format, then by type of the outermost things */
    validate(data: {
      readonly jsonld: Readonly<Record<string, readonly object[]>>;
    }): Promise<Issue[]>;
  }
}
