import type { CommandContext, SomeCommands } from './command';
import { type Jump, nextJump, shuttleRate, stepRate } from './jump-step';
import { findCurrent, findNeighbour, listShown } from './selection';

/** A step where the recording has no frames, or their rate is not known. */
const stepWithoutFramesMs = 40;
const volumeStep = 0.1;

/** Commands of the menu “Play”. */
export function createPlayCommands(context: CommandContext) {
  const { document, player, session } = context;
  let lastJump: Jump | undefined;

  const seekBy = (byMs: number): void => player.seek(Math.max(0, player.positionMs + byMs));

  const stepFrame = (direction: -1 | 1): void => {
    player.pause();
    const rate = document.getState().project?.media.frameRate;
    if (rate === undefined) {
      seekBy(direction * stepWithoutFramesMs);
      return;
    }
    const frameMs = (1000 * rate.denominator) / rate.numerator;
    // Into the middle of the frame, so that rounding never shows the one before.
    const frame = Math.floor(player.positionMs / frameMs + 0.01) + direction;
    player.seek(Math.max(0, Math.round((frame + 0.5) * frameMs)));
  };

  const goToNeighbour = (direction: -1 | 1): void => {
    const { currentId } = session.getState();
    const next = findNeighbour(listShown(context), currentId, player.positionMs, direction);
    if (next === undefined) return;
    session.getState().goTo(next.id, next.beginMs);
    player.seek(next.beginMs);
  };

  const changeVolume = (by: number): void => {
    const { volume } = player.store.getState();
    player.setMuted(false);
    player.setVolume(Math.round(Math.min(1, Math.max(0, volume + by)) * 100) / 100);
  };

  const toggleLoop = (): void => {
    const current = findCurrent(context);
    if (player.store.getState().loop !== undefined || current === undefined) {
      player.setLoop(undefined);
      return;
    }
    player.setLoop({ beginMs: current.beginMs, endMs: current.endMs });
    player.seek(current.beginMs);
    player.play();
  };

  return {
    'play.toggle': () => player.toggle(),
    'play.sentence': () => {
      const current = findCurrent(context);
      if (current !== undefined) player.playRange(current.beginMs, current.endMs);
    },
    'play.loop': toggleLoop,
    'play.back': () => {
      lastJump = nextJump(lastJump, performance.now());
      seekBy(-lastJump.stepMs);
    },
    'play.forward': () => {
      const { isPlaying, rate } = player.store.getState();
      if (isPlaying) player.setRate(shuttleRate(rate));
      else player.play();
    },
    'play.secondBack': () => seekBy(-1000),
    'play.secondForward': () => seekBy(1000),
    'play.frameBack': () => stepFrame(-1),
    'play.frameForward': () => stepFrame(1),
    'play.previousSentence': () => goToNeighbour(-1),
    'play.nextSentence': () => goToNeighbour(1),
    'play.slower': () => player.setRate(stepRate(player.store.getState().rate, -1)),
    'play.faster': () => player.setRate(stepRate(player.store.getState().rate, 1)),
    'play.normalRate': () => player.setRate(1),
    'play.louder': () => changeVolume(volumeStep),
    'play.quieter': () => changeVolume(-volumeStep),
    'play.mute': () => player.setMuted(!player.store.getState().isMuted),
  } satisfies SomeCommands;
}
