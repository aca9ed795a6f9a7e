import { openInTurn } from '@contract/open-in-turn';
import { describe, expect, it } from 'vitest';

describe('[OP5] files that are opened in turn', () => {
  it('show the first that opens, and each before the next is opened', async () => {
    const steps: string[] = [];
    const opened = await openInTurn(
      ['gone', 'one', 'two'],
      (name) => {
        steps.push(`open ${name}`);
        return Promise.resolve(name === 'gone' ? undefined : name.toUpperCase());
      },
      (name, isToShow) => void steps.push(`${isToShow ? 'show' : 'list'} ${name}`),
    );
    expect(opened).toEqual(['ONE', 'TWO']);
    expect(steps).toEqual(['open gone', 'open one', 'show ONE', 'open two', 'list TWO']);
  });

  it('end with the first that throws', async () => {
    const steps: string[] = [];
    const open = (name: string): Promise<string> =>
      name === 'bad' ? Promise.reject(new Error(name)) : Promise.resolve(name);
    const all = openInTurn(['one', 'bad', 'two'], open, (name) => void steps.push(name));
    await expect(all).rejects.toThrow('bad');
    expect(steps).toEqual(['one']);
  });
});
