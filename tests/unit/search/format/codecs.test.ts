import { expect, test } from "vitest";
import {
  ByteReader,
  ByteWriter,
  decodeBlock,
  decodeDates,
  decodeFacet,
  decodeOrder,
  decodePages,
  decodePositions,
  decodePostings,
  decodeShard,
  encodeBlock,
  encodeDates,
  encodeFacet,
  encodeOrder,
  encodePages,
  encodePositions,
  encodePostings,
  encodeShard,
  type LexiconEntry,
} from "../../../../src/search/format/index.ts";
import { fc } from "../../language/property.ts";

const SLOTS = 2 ** 20;

const slots = fc
  .uniqueArray(fc.nat(SLOTS - 1), { maxLength: 60 })
  .map((list) => Uint32Array.from(list).sort());

test("numbers are read as they were written, up to the largest that is exact", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(Number.MAX_SAFE_INTEGER)), (numbers) => {
      const to = new ByteWriter(1);
      for (const number of numbers) to.number(number);
      const from = new ByteReader(to.toBytes());
      expect(numbers.map(() => from.number())).toEqual(numbers);
      expect(from.isAtEnd).toBe(true);
    }),
  );
});

test("a file that ends too early is an error, wherever it ends", () => {
  fc.assert(
    fc.property(slots, fc.nat(), (pages, at) => {
      const bytes = encodePages(pages);
      expect(() => decodePages(bytes.subarray(0, at % bytes.length))).toThrow(RangeError);
    }),
  );
});

test("posting lists that lie behind each other are read each by its locator", () => {
  const list = slots.map((own) => {
    return {
      slots: own,
      impacts: Uint8Array.from(own, (slot) => slot % 256),
      positions: own.length,
    };
  });
  fc.assert(
    fc.property(fc.array(list, { maxLength: 5 }), (lists) => {
      const to = new ByteWriter();
      const offsets = lists.map((own) => {
        const offset = to.length;
        encodePostings(own, to);
        return offset;
      });
      const chunk = to.toBytes();
      const read = lists.map((own, at) =>
        decodePostings(chunk, { offset: offsets[at] ?? 0, count: own.slots.length }),
      );
      expect(read).toEqual(lists);
    }),
  );
});

test("positions are read page by page", () => {
  fc.assert(
    fc.property(fc.array(slots, { maxLength: 6 }), fc.nat(9), (pages, before) => {
      const starts = Uint32Array.from([0, ...pages], (_, page) =>
        pages.slice(0, page).reduce((sum, { length }) => sum + length, 0),
      );
      const positions = Uint32Array.from(pages.flatMap((own) => [...own]));
      const to = new ByteWriter();
      to.bytes(new Uint8Array(before));
      encodePositions({ starts, positions }, to);
      expect(decodePositions(to.toBytes(), before, pages.length)).toEqual({ starts, positions });
    }),
  );
});

const word = fc.stringMatching(/^[а-я0-9a-z]{1,9}$/);
const endings = fc
  .array(fc.stringMatching(/^[а-я]{0,3}$/), { minLength: 1, maxLength: 5 })
  .map((all) => all.join());
const plainEntry: fc.Arbitrary<LexiconEntry> = fc.record({
  beginning: word,
  endings,
  isStem: fc.boolean(),
  words: fc.array(word, { minLength: 1, maxLength: 4 }),
  alone: fc.array(word, { maxLength: 2 }),
  locator: fc.record({ chunk: fc.nat(99), offset: fc.nat(99_999), count: fc.nat(99_999) }),
});
const entry = fc.oneof(
  plainEntry,
  plainEntry.map((own): LexiconEntry => ({ ...own, isStem: false, isPlace: true })),
);
const name = fc.stringMatching(/^[a-z0-9]{10}$/);
const chunk = fc.record({ postings: name, positions: name, positionsSize: fc.nat(1e6) });

test("shards are read as they were written, with sections that nobody knows yet", () => {
  const sections = fc.dictionary(fc.stringMatching(/^[a-z]{3}$/), fc.array(word));
  fc.assert(
    fc.property(fc.array(chunk), fc.array(entry), sections, (chunks, entries, own) => {
      const shard = { chunks, entries, sections: new Map(Object.entries(own)) };
      expect(decodeShard(encodeShard(shard))).toEqual(shard);
    }),
  );
});

test("blocks hold where what each of their pages shows is", () => {
  const place = fc.record({ name: fc.stringMatching(/^[0-9a-f]{12}$/), index: fc.nat(300) });
  const slot = fc.uniqueArray(fc.nat(127), { maxLength: 64 });
  fc.assert(
    fc.property(
      slot,
      fc.array(place, { minLength: 64, maxLength: 64 }),
      fc.nat(99),
      (own, all, block) => {
        const pages = own
          .sort((a, b) => a - b)
          .map((at, page) => ({ slot: block * 128 + at, name: "", index: 0, ...all[page] }));
        expect(decodeBlock(encodeBlock(pages, 7), block, 7)).toEqual(pages);
      },
    ),
  );
});

test("filters, days and orders are read as they were written", () => {
  const value = fc.tuple(fc.string(), slots);
  fc.assert(
    fc.property(fc.array(value), fc.array(fc.integer({ min: -9e5, max: 9e5 })), (values, days) => {
      const facet = { values: values.map(([one]) => one), pages: values.map(([, own]) => own) };
      expect(decodeFacet(encodeFacet(facet))).toEqual(facet);
      const dates = { slots: Uint32Array.from(days.keys()), days: Int32Array.from(days) };
      expect(decodeDates(encodeDates(dates))).toEqual(dates);
      const order = Uint32Array.from(days.keys()).reverse();
      expect(decodeOrder(encodeOrder(order))).toEqual(order);
      expect(decodePages(encodePages(dates.slots))).toEqual(dates.slots);
    }),
  );
});
