/**
 * Opens files one after the other, however they came: dropped, picked, named on the command line or by
 * a second start. The first that opens is the one to show, as it was named first; the others wait in
 * the list.
 * @param open gives undefined for one that did not open, where that was said
 * @param take hears of each that opened, before the next one is opened
 * @returns what opened, in the order of the files
 * @throws whatever the two throw; the files after that stay closed
 */
export async function openInTurn<File, Opened>(
  files: readonly File[],
  open: (file: File) => Promise<Opened | undefined>,
  take: (opened: Opened, isToShow: boolean) => void | Promise<void>,
): Promise<readonly Opened[]> {
  const all: Opened[] = [];
  for (const file of files) {
    const opened = await open(file);
    if (opened === undefined) continue;
    all.push(opened);
    await take(opened, all.length === 1);
  }
  return all;
}
