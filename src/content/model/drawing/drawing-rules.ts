/**
 * What a drawing may be made of: SVG 1.1 and 2 (https://www.w3.org/TR/SVG2/), without what runs, leads
 * or loads. Left out of these lists on purpose: a, script, foreignObject, feImage, the fonts and the
 * events of SVG 1.1, xml:base, ping, target.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const ELEMENTS = words(`
  svg g defs symbol use switch title desc metadata style
  path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
  feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
  feTurbulence
  animate animateMotion animateTransform mpath set view
`);

/** What CSS sets as well, and animations change. */
const PRESENTATION = words(`
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
  color-interpolation-filters color-profile color-rendering cursor direction display dominant-baseline
  enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
  font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
  font-variant-caps font-variant-ligatures font-variant-numeric font-weight
  glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning
  letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
  mix-blend-mode opacity overflow paint-order pointer-events shape-rendering solid-color solid-opacity
  stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-indent
  text-overflow text-rendering text-transform transform transform-box transform-origin unicode-bidi
  vector-effect visibility white-space word-spacing writing-mode
`);

const GEOMETRY = words(`
  amplitude azimuth baseFrequency bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode
  elevation exponent filterRes filterUnits fr fx fy gradientTransform gradientUnits height in in2
  intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints lengthAdjust limitingConeAngle
  markerHeight markerUnits markerWidth maskContentUnits maskUnits method mode numOctaves offset operator
  order orient origin path pathLength patternContentUnits patternTransform patternUnits points
  pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY
  result rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod
  startOffset stdDeviation stitchTiles surfaceScale tableValues targetX targetY textLength type values
  viewBox width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
`);

const OTHERS = words(`
  accumulate additive attributeName attributeType baseProfile begin by calcMode class
  contentStyleType dur end externalResourcesRequired fill focusable from id keySplines keyTimes lang
  max media min refX repeatCount repeatDur requiredExtensions requiredFeatures restart role style
  systemLanguage tabindex to version viewTarget zoomAndPan
`);

const XLINK_ATTRIBUTES = words("href type show actuate title");
const XML_ATTRIBUTES = words("space lang id");

/** @param name of an element of SVG */
export function isDrawn(name: string): boolean {
  return ELEMENTS.has(name);
}

/** @param name of an attribute without a namespace */
export function isKnownAttribute(name: string): boolean {
  if (/^(?:data|aria)-[\w.-]+$/.test(name)) return true;
  return [PRESENTATION, GEOMETRY, OTHERS].some((all) => all.has(name)) || name === "href";
}

export function isXlinkAttribute(name: string): boolean {
  return XLINK_ATTRIBUTES.has(name);
}

export function isXmlAttribute(name: string): boolean {
  return XML_ATTRIBUTES.has(name);
}

/** @returns whether an animation may change an attribute: none that leads, and none that is a style */
export function isAnimated(name: string): boolean {
  return PRESENTATION.has(name) || GEOMETRY.has(name);
}

/** Another place in the same drawing. */
const OWN_PLACE = /^#[^\s#]*$/;
/** A photograph inside of a drawing: of these formats none runs anything. */
const INNER_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*$/i;

/** @returns whether an element may name an address: its own places, and <image> a picture within */
export function mayLeadTo(element: string, address: string): boolean {
  const bare = address.trim();
  return OWN_PLACE.test(bare) || (element === "image" && INNER_PICTURE.test(bare));
}
