/** The part of gifenc that is used here; the package brings no types. Colours are 8 bits a channel. */
declare module 'gifenc' {
  type Palette = readonly (readonly number[])[]
  interface Encoder {
    /** `index`: a palette index a pixel. `delay` in milliseconds; `repeat` 0 for ever. */
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette?: Palette; delay: number; repeat?: number; first?: boolean },
    ): void
    finish(): void
    bytes(): Uint8Array
  }
  const gifenc: {
    GIFEncoder(): Encoder
    quantize(rgba: Uint8Array, maxColors: number): Palette
    applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array
  }
  export default gifenc
}
