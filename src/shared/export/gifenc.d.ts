/**
 * The part of gifenc that is used here; the package brings no types. Node gets it as CommonJS, all under the
 * default export, and a bundler as named exports.
 */
declare module 'gifenc' {
  type Codec = import('./gif').GifCodec
  const gifenc: Codec
  export default gifenc
  export const GIFEncoder: Codec['GIFEncoder']
  export const quantize: Codec['quantize']
  export const applyPalette: Codec['applyPalette']
}
