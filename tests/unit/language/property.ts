/** fast-check, the generator behind every test of a property. */
export { default as fc } from "fast-check";
