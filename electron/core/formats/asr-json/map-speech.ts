import { omitUndefined } from '../../omit-undefined';
import type { GivenSentence, GivenWord, LooseWord } from '../../replies/given-sentence';
import { mapSentencesInSteps } from '../../replies/map-sentences';
import type { Steps } from '../../steps';
import { findLastEndMs, type SpokenReply } from '../../replies/spoken-reply';
import { refuseResult } from './refuse-result';

/** What a dialect found in its file, with whatever holes it has. */
export interface FoundSpeech {
  readonly sentences: readonly GivenSentence[];
  /** Words that do not say to which sentence they belong. */
  readonly words?: readonly LooseWord[];
  /** Length of the recording. */
  readonly durationMs?: number | undefined;
  /** Whether the engine measured the times of words on the sound. */
  readonly hasMeasuredTimes?: boolean;
}

/**
 * Speech as segments with words, in steps; what is missing or cannot be is mended [IS17].
 * @param engine what people call the program, for what is refused
 * @throws StudioError `text/unreadable` where nothing of it can be read
 */
export function* mapSpeech(
  { sentences, words = [], durationMs, hasMeasuredTimes = true }: FoundSpeech,
  engine: string,
): Steps<SpokenReply> {
  const speech = { sentences, words, hasUnknownChannel: false };
  const { segments, repairs } = yield* mapSentencesInSteps(speech, [durationMs], {
    hasMeasuredTimes,
  });
  if (segments.length === 0 && repairs.some(({ leftOut }) => leftOut > 0)) {
    refuseResult('damaged', engine);
  }
  return { segments, durationMs: Math.max(durationMs ?? 0, findLastEndMs(segments)), repairs };
}

/** A word of a list of words that says who said it. */
export interface TurnWord extends GivenWord {
  readonly channel: number;
  readonly speaker?: string | undefined;
}

/** A silence that parts what one speaker says where no cue may last across it. */
const pauseMs = 1_500;
const longestMs = 60_000;

/** Words without sentences as turns: one ends at another speaker or channel, and at a pause. */
export function groupTurns(words: readonly TurnWord[]): readonly GivenSentence[] {
  const turns: TurnWord[][] = [];
  for (const word of words) {
    const turn = turns.at(-1);
    if (turn === undefined || isNewTurn(turn, word)) turns.push([word]);
    else turn.push(word);
  }
  return turns.map((own) => {
    const { channel, speaker } = own[0]!;
    const beginMs = own.find((word) => word.beginMs !== undefined)?.beginMs;
    const endMs = own.findLast((word) => word.endMs !== undefined)?.endMs;
    return {
      ...{ text: undefined, beginMs, endMs, channel, words: own },
      ...omitUndefined({ speaker }),
    };
  });
}

function isNewTurn(turn: readonly TurnWord[], word: TurnWord): boolean {
  const first = turn[0]!;
  if (first.speaker !== word.speaker || first.channel !== word.channel) return true;
  const lastMs = turn.at(-1)!.endMs;
  if (lastMs === undefined || word.beginMs === undefined) return false;
  return word.beginMs - lastMs >= pauseMs || word.beginMs - (first.beginMs ?? 0) > longestMs;
}
