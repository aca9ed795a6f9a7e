import { join, resolve } from 'node:path';

const scripts = resolve(import.meta.dirname, '../fixtures/scripts');

/** How a command line has its recordings heard by a script, where nothing is shown of hearing. */
export interface ScriptedSpeech {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Two sentences, whatever the recording. */
export const scriptedSpeech = play('speech');
/** One sentence, and no end: whoever waits for more stops it. */
export const unfinishedSpeech = play('unfinished');

function play(name: string): ScriptedSpeech {
  return {
    words: ['--engine', 'scripted'],
    env: { ZIMU_SCRIPTED_ENGINE: join(scripts, `${name}.json`) },
  };
}
