import fc from "fast-check";

/**
 * fast-check, the generator behind every test of a property. The cases are the same every time, so
 * that a push fails for what it changes; `VESTNIK_SEED` asks for others, and `npm run fuzz` for many.
 */
fc.configureGlobal({ seed: Number(process.env.VESTNIK_SEED ?? 20_261_125) });

export { fc };
