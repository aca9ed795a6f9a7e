/** Why a stretch of a recording is told of beside its transcript; texts `notice.${kind}`. */
export const noticeKinds = [
  /** Nothing was recognised in the track that was heard, and the recording has others. */
  'other-tracks',
  /** The channels hold different speech, and were heard as one. */
  'channels-differ',
  /** Speech, but not of a language the engine knows. */
  'other-language',
  /** Sound in which no speech was found: music, noise, or a voice that is far too faint. */
  'not-speech',
  /** Sound that rises and falls as speech does, so faint that nothing was recognised. */
  'too-quiet',
  /**
   * The decoder ran in circles; the stretch has no text. What was said in it before the circle is
   * kept only where it can be trusted, and then lies before the notice.
   */
  'repetition',
  /** Hardly a word of a given text was recognised: it may not be what is said. */
  'other-text',
  /** A service's reply did not tell all of these sentences or words; what it lacks is estimated. */
  'sentences-mended',
  'words-mended',
  /** Entries of a service's reply in which nothing could be read. */
  'entries-unreadable',
  /** A sentence was changed while its words were looked for: they keep their times. */
  'text-changed',
  /** The words of a sentence were not found in its sound: they keep their times. */
  'not-placed',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];
