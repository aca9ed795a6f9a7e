import type { JobNotice } from '@contract/api';
import { roleOfNotice } from '@core/jobs/notice-roles';
import { describeHeardTrack } from '@core/tracks/describe-track';
import { useCommands } from '../../commands/commands-context';
import { Button } from '../../components/button';
import { useLocale, useTexts } from '../../state/studio-context';
import styles from './job-card.module.css';

/** How a recording could be heard instead, as some of its remarks tell, with the way to it. */
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
      {notices.map((notice) => {
        const { kind, tracks = [], heardTrack } = notice;
        const { proposal } = roleOfNotice(notice);
        return (
          proposal !== undefined && (
            <div key={kind} className={styles.proposal}>
              <p>{t(`notice.${kind}`, { ...describeHeardTrack(locale, tracks, heardTrack) })}</p>
              {isOpen && (
                <Button onClick={() => commands.run('file.transcribe')}>
                  {t(proposal.button)}
                </Button>
              )}
            </div>
          )
        );
      })}
    </>
  );
}
