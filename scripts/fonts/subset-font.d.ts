declare module "subset-font" {
  interface SubsetOptions {
    readonly targetFormat?: "truetype" | "woff2";
    /** Leaves out glyphs that only layout features lead to. */
    readonly noLayoutClosure?: boolean;
    readonly noHinting?: boolean;
    /** Layout features to keep; all by default. */
    readonly keepFeatures?: readonly string[];
    readonly dropTables?: readonly string[];
  }

  /** @param text the characters to keep */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: SubsetOptions,
  ): Promise<Buffer>;
}
