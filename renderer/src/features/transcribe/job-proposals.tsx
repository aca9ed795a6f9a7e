import type { JobNotice } from '@contract/api';
import { describeHeardTrack } from '@core/tracks/describe-track';
import { useCommands } from '../../commands/commands-context';
import { Button } from '../../components/button';
import { useLocale, useTexts } from '../../state/studio-context';
import styles from './job-card.module.css';

/** These are about all of a recording: it could be heard in another way. */
const proposalKinds: readonly JobNotice['kind'][] = ['other-tracks', 'channels-differ'];

export function isProposal({ kind }: JobNotice): boolean {
  return proposalKinds.includes(kind);
}

/** How a recording could be heard instead, with the way to it. */
export function JobProposals({
  notices,
  isOpen,
}: {
  readonly notices: readonly JobNotice[];
  /** The recording is the open one. */
  readonly isOpen: boolean;
}): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const commands = useCommands();
  return (
    <>
      {notices.map(({ kind, tracks = [], heardTrack }) => (
        <div key={kind} className={styles.proposal}>
          <p>{t(`notice.${kind}`, { ...describeHeardTrack(locale, tracks, heardTrack) })}</p>
          {isOpen && (
            <Button onClick={() => commands.run('file.transcribe')}>
              {t(kind === 'other-tracks' ? 'track.choose' : 'channels.each.choose')}
            </Button>
          )}
        </div>
      ))}
    </>
  );
}
