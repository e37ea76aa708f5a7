/** What an exported file is called, without its extension: by this computer's own clock, as whoever looks for it remembers it. */
export function siteFileName(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `site-${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}
