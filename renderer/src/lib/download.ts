/** Hands a text to the person as a download. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
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
