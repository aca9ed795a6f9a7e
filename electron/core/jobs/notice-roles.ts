import type { MessageKey } from '../messages/catalogue';
import type { NoticeKind } from './notice-kinds';

/** What a remark means to whoever shows it. */
export interface NoticeRole {
  /** Says, of a recording without any text, why there is none. */
  readonly whyEmpty?: MessageKey;
  /** Said once more where more was left out for this reason than there is text. */
  readonly whenMost?: MessageKey;
  /** It is about all of a recording, which could be heard in another way. */
  readonly proposal?: {
    /** On the button that leads there. */
    readonly button: MessageKey;
    /** How it is asked for on the command line. */
    readonly advice: MessageKey;
  };
  /** A given text is kept all the same: it is only in doubt there. */
  readonly isDoubtOfGivenText?: true;
  /** The stretch has its text; only where it was said is doubtful. */
  readonly isMended?: true;
}

const roles: Readonly<Partial<Record<NoticeKind, NoticeRole>>> = {
  'other-tracks': { proposal: { button: 'track.choose', advice: 'track.howToChoose' } },
  'channels-differ': {
    proposal: { button: 'channels.each.choose', advice: 'channels.howToHear' },
  },
  'other-language': {
    whyEmpty: 'job.otherLanguage',
    whenMost: 'notice.mostlyOther',
    isDoubtOfGivenText: true,
  },
  'too-quiet': { whyEmpty: 'job.tooQuiet' },
  repetition: { isDoubtOfGivenText: true },
  'sentences-mended': { isMended: true },
  'words-mended': { isMended: true },
};

/** What is special about a kind of remark; most only tell of a stretch. */
export function roleOfNotice({ kind }: { readonly kind: NoticeKind }): NoticeRole {
  return roles[kind] ?? {};
}

/** Why a recording has no text, as its remarks say it; the first that gives a reason does. */
export function whyEmpty(
  notices: readonly { readonly kind: NoticeKind }[],
): MessageKey | undefined {
  return notices.map((notice) => roleOfNotice(notice).whyEmpty).find((key) => key !== undefined);
}
