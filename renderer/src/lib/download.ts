/**
 * Hands the content of a file to the person as a download.
 * @param mediaType of bytes; a text is plain text to the browser, so that it keeps the name's ending
 */
export function downloadFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  mediaType = 'application/octet-stream',
): void {
  const type = typeof content === 'string' ? 'text/plain;charset=utf-8' : mediaType;
  const url = URL.createObjectURL(new Blob([content], { type }));
  download(name, url);
  // The download has begun by the time the click returns; the text can be let go after it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Has the browser download an address of the studio. `name` may be empty: the address names it. */
export function download(name: string, url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Bytes as text, for the calls, which carry nothing else. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
