/** A colour of the document in both schemes: as the file has it, and one of the same hue that reads on dark paper. */
export function bothSchemes(hex: string | null, role: 'text' | 'line' | 'ground'): string {
  if (!hex || !/^[0-9a-f]{6}$/i.test(hex)) return role === 'ground' ? 'transparent' : 'currentColor';
  const [hue, saturation, lightness] = hsl(hex);
  const dark = role === 'ground' ? Math.min(0.26, Math.max(0.18, 1 - lightness)) : Math.max(role === 'text' ? 0.74 : 0.5, 1 - lightness);
  return `light-dark(#${hex}, hsl(${Math.round(hue)} ${Math.round(Math.min(saturation, 0.55) * 100)}% ${Math.round(dark * 100)}%))`;
}

function hsl(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const lightness = (max + min) / 2;
  const range = max - min;
  if (range === 0) return [0, 0, lightness];
  const saturation = range / (1 - Math.abs(2 * lightness - 1));
  const hue = max === r ? ((g - b) / range) % 6 : max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return [(hue * 60 + 360) % 360, saturation, lightness];
}
