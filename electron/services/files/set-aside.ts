import { access, rename } from 'node:fs/promises';

/**
 * Gives a file that cannot be understood another name [JN9], so that a new one can be written without
 * losing it: `settings.json.broken`, `settings.json.broken-2`, … An earlier one keeps its name.
 * @returns the new path
 * @throws Error the system's, when the file cannot be renamed
 */
export async function setAside(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const target = `${path}.broken${number === 1 ? '' : `-${number}`}`;
    const isTaken = await access(target).then(
      () => true,
      () => false,
    );
    if (isTaken) continue;
    await rename(path, target);
    return target;
  }
}
