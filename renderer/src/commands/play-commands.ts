import type { PlayerState } from '../playback/player';
import type { CommandContext, SomeCommands } from './command';
import { type Jump, nextJump, shuttleRate, stepRate } from './jump-step';
import { goToSentence } from '../state/go-to-sentence';
import { findCurrent, findNeighbour, listRows, listShown } from './selection';

/** A step where the recording has no frames, or their rate is not known. */
const stepWithoutFramesMs = 40;
const volumeStep = 0.1;

/** Commands of the menu “Play”. */
export function createPlayCommands(context: CommandContext) {
  const { document, player, session } = context;
  let lastJump: Jump | undefined;
  /** The loop that was set last, and whose it is. */
  let looped: { readonly loop: PlayerState['loop']; readonly sentenceId: string } | undefined;

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
    const rows = listRows(context);
    // With none of them to go from, the playhead says where: time runs as the document does.
    const isAmong = rows.some(({ id }) => id === currentId);
    const among = isAmong ? rows : listShown(context);
    const next = findNeighbour(among, currentId, player.positionMs, direction);
    if (next !== undefined) goToSentence(context, next);
  };

  const changeVolume = (by: number): void => {
    const { volume } = player.store.getState();
    player.setMuted(false);
    player.setVolume(Math.round(Math.min(1, Math.max(0, volume + by)) * 100) / 100);
  };

  const toggleLoop = (): void => {
    const current = findCurrent(context);
    const { loop } = player.store.getState();
    const isOwn = looped?.loop === loop && looped?.sentenceId === current?.id;
    if (current === undefined || (loop !== undefined && isOwn)) {
      player.setLoop(undefined);
      return;
    }
    // On another sentence the loop moves there.
    const moved = { beginMs: current.beginMs, endMs: current.endMs };
    player.setLoop(moved);
    looped = { loop: moved, sentenceId: current.id };
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
