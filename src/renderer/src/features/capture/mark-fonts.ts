/** The banner's font at a size. Also for measuring: a text has to be measured in the font it is written in. */
export function bannerFont(fontPx: number): string {
  return `${fontPx}px system-ui, "Segoe UI", Cantarell, "Noto Sans", "Liberation Sans", sans-serif`;
}

/** The font of texts and step numbers at a size. */
export function markFont(fontPx: number): string {
  return `600 ${bannerFont(fontPx)}`;
}
