/** Namespaces in drawings, by their addresses. */

export const SVG = "http://www.w3.org/2000/svg";
export const XLINK = "http://www.w3.org/1999/xlink";
export const XML = "http://www.w3.org/XML/1998/namespace";
export const XMLNS = "http://www.w3.org/2000/xmlns/";

/** How programs that draw sign what they keep for themselves; browsers show none of it. */
const KEPT_FOR_PROGRAMS = [
  /^http:\/\/www\.inkscape\.org\/namespaces\//,
  /^http:\/\/(?:inkscape|sodipodi)\.sourceforge\.net\/DTD\/sodipodi/,
  // Metadata of author and licence: RDF, Dublin Core, Creative Commons.
  /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/,
  /^http:\/\/purl\.org\/dc\/(?:elements\/1\.1|terms|dcmitype)\/$/,
  /^https?:\/\/(?:creativecommons\.org\/ns#|web\.resource\.org\/cc\/)$/,
  // Illustrator, which also writes &ns_ai; there in a DOCTYPE of its own.
  /^http:\/\/ns\.adobe\.com\//,
  /^adobe:ns:meta\/$/,
  /^http:\/\/www\.bohemiancoding\.com\/sketch\//,
  /^https?:\/\/www\.figma\.com\//,
  /^http:\/\/www\.serif\.com\/$/,
  /^https?:\/\/(?:www\.)?vectornator\.io\/?$/,
  /^https:\/\/boxy-svg\.com\/?$/,
  /^http:\/\/www\.corel\.com\/coreldraw\//,
  /^http:\/\/www\.openswatchbook\.org\//,
  /^http:\/\/krita\.org\/namespaces\//,
  /^http:\/\/xml\.openoffice\.org\/svg\/export$/,
  /^http:\/\/schemas\.microsoft\.com\/visio\//,
];

/** @returns whether elements of a namespace can be left out, as only programs read them */
export function isForPrograms(uri: string): boolean {
  return KEPT_FOR_PROGRAMS.some((form) => form.test(uri));
}
