/** Makes any text a part of a URL. encodeURIComponent leaves !'()* alone; RFC 3986 reserves them too. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
