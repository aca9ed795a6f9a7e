import { commandSpecs } from '@core/commands/command-specs';
import { noMedia } from '@core/project-file/project';
import { describe, expect, it } from 'vitest';
import { makeSentence } from '../../core/transcript/build-transcript';
import { openTestWindow, type TestWindow } from '../open-test-window';

const two = [makeSentence('alpha one', 0, 1000), makeSentence('beta two', 1000, 2000)];

/** A window with a project whose recording nobody chose yet, and its first sentence selected. */
async function openText(): Promise<TestWindow> {
  const window = await openTestWindow(two, { media: noMedia });
  window.studio.session.getState().select(['s0']);
  return window;
}

describe('a project without a recording [PF9]', () => {
  it('has nothing to play', async () => {
    const { commands } = await openText();
    const playing = commandSpecs.map(({ id }) => id).filter((id) => id.startsWith('play.'));
    // These two go from row to row.
    expect(playing.filter((id) => commands.isEnabled(id))).toEqual([
      ...['play.previousSentence', 'play.nextSentence'],
    ]);
  });

  it('is edited as any other', async () => {
    const { studio, commands, texts } = await openText();
    expect(commands.run('play.nextSentence')).toBe(true);
    expect(studio.session.getState().currentId).toBe('s1000');
    expect(studio.player.positionMs).toBe(1000);
    expect(commands.run('edit.remove')).toBe(true);
    expect(texts()).toEqual(['alpha one']);
    expect(commands.isEnabled('file.export')).toBe(true);
    expect(commands.isEnabled('file.import')).toBe(true);
  });

  it('says why it is not transcribed', async () => {
    const { studio, commands } = await openText();
    commands.run('file.transcribe');
    expect(studio.session.getState().dialog).toBeUndefined();
    expect(studio.notices.getState().notices).toMatchObject([{ error: { code: 'media/none' } }]);
  });
});
