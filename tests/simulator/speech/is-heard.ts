import type { SimulatedAppkey } from '../simulator-world';
import type { SpokenSentence } from './spoken-sentence';

/** Whether the channel of a sentence is recognised (protocol §2.2, §6.16). */
export function isHeard(
  isFirstChannelOnly: boolean | undefined,
  { sampleRateHz }: SimulatedAppkey,
): (sentence: SpokenSentence) => boolean {
  const isOne = isFirstChannelOnly ?? sampleRateHz === 16_000;
  return ({ channel = 0 }) => !isOne || channel === 0;
}
