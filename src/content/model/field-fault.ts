/** A text is no value of its field: why, and what to do about it, in Russian. */
export class FieldFault extends Error {
  readonly mend: string;

  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}
