/** The least that a file of its kind holds. */

/** A second of silence: 8,000 samples of a byte. */
export function wave(): Buffer {
  const samples = 8000;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(samples, 24);
  head.writeUInt32LE(samples, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

/** The beginning of an MP3. */
export function sound(): Buffer {
  return Buffer.from("ID3\u0004\0\0\0\0\0\0", "latin1");
}

/** An MP4 that says how large it is. */
export function film(width: number, height: number, isTurned = false): Buffer {
  const head = Buffer.alloc(84);
  const matrix = isTurned ? [0, 0x10000] : [0x10000, 0];
  for (const [index, value] of matrix.entries()) head.writeInt32BE(value, 40 + index * 4);
  head.writeUInt16BE(width, 76);
  head.writeUInt16BE(height, 80);
  const track = (bytes: Buffer) => box("trak", box("tkhd", bytes));
  // The first track is of a sound, as in many films.
  const moov = box("moov", track(Buffer.alloc(84)), track(head));
  return Buffer.concat([box("ftyp", Buffer.from("isom")), box("free"), moov]);
}

export function box(name: string, ...inside: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  const body = Buffer.concat(inside);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** A WebM that says how large it is. */
export function webm(width: number, height: number, isEndless = false): Buffer {
  const number = (value: number) => Buffer.from([value >> 8, value & 0xff]);
  const video = element("e0", element("b0", number(width)), element("ba", number(height)));
  const tracks = element("1654ae6b", element("ae", element("83", Buffer.from([1])), video));
  const body = Buffer.concat([element("ec", Buffer.alloc(3)), tracks]);
  const segment = isEndless
    ? Buffer.concat([Buffer.from("1853806701ffffffffffffff", "hex"), body])
    : element("18538067", body);
  return Buffer.concat([element("1a45dfa3", element("4282", Buffer.from("webm"))), segment]);
}

function element(mark: string, ...inside: readonly Buffer[]): Buffer {
  const body = Buffer.concat(inside);
  return Buffer.concat([Buffer.from(mark, "hex"), Buffer.from([0x80 | body.length]), body]);
}
