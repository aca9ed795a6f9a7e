import type { FileView } from './file-view';

/** What a file's own bytes say where its container knows it not, or not rightly. */
export interface ContainerFacts {
  /** How long its sound is. */
  readonly durationMs?: number;
  /** Whether its clock jumps, so that only reading all of it tells how long it is. */
  readonly doesClockJump?: boolean;
  /** How long it should be, of a file that was cut. */
  readonly statedMs?: number;
  /** The file as it should have been written: what lies behind it is no sound. */
  readonly view?: FileView;
  /**
   * What is to be played instead, because a media element does not find its way in the file: what
   * it says and what is heard would be two things. `copy`: the same sound in a container with an
   * index; `encode`: the sound as it is decoded.
   */
  readonly playsBy?: 'copy' | 'encode';
}
