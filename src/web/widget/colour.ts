// SPDX-License-Identifier: Apache-2.0
// Colours that can be read, whatever brand colour the clinic chose (WCAG 2.1: contrast and relative
// luminance, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio).

type Rgb = readonly [number, number, number];

const fallback: Rgb = [15, 107, 108];

/** "#0f6b6c" or "#fff"; anything else is the default. */
export function parseColour(text: string | undefined): Rgb {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text?.trim() ?? "")?.[1];
  if (!hex) return fallback;
  const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  const n = Number.parseInt(full, 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const white: Rgb = [255, 255, 255];
const ink: Rgb = [16, 24, 28];

/** White or near black, whichever reads better on this colour. */
export function readableOn(colour: Rgb): Rgb {
  return contrast(colour, white) >= contrast(colour, ink) ? white : ink;
}

/** The colour, moved towards black or white until text in it reads on `surface` (4.5 : 1). */
export function readableAs(colour: Rgb, surface: Rgb): Rgb {
  const goal = luminance(surface) > 0.5 ? ([0, 0, 0] as const) : white;
  for (let part = 0; part <= 1; part += 0.05) {
    const mixed = colour.map((c, i) =>
      Math.round(c + ((goal[i] ?? 0) - c) * part),
    ) as unknown as Rgb;
    if (contrast(mixed, surface) >= 4.6) return mixed;
  }
  return goal;
}

const css = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

/** The custom properties that the style sheets build on. */
export function themeOf(brand: string | undefined): Record<string, string> {
  const colour = parseColour(brand);
  return {
    "--brand": css(colour),
    "--on-brand": css(readableOn(colour)),
    "--accent-light": css(readableAs(colour, [243, 246, 246])),
    "--accent-dark": css(readableAs(colour, [38, 45, 49])),
  };
}
