import { describeChannelFindings } from '@isi/describe-channel-findings';
import { Checkbox } from '../../components/field';
import { useLocale, useTexts } from '../../state/studio-context';
import type { PlanSummary } from './summarise-plans';
import styles from './transcribe-dialog.module.css';

export interface ChannelChoiceProps {
  readonly channels: NonNullable<PlanSummary['channels']>;
  readonly isEach: boolean;
  readonly onChange: (isEach: boolean) => void;
}

/** Whether each channel is heard by itself, and whether that is worth it. */
export function ChannelChoice({
  channels: { differ, findings, listens },
  isEach,
  onChange,
}: ChannelChoiceProps): React.JSX.Element {
  const t = useTexts();
  const locale = useLocale();
  const found = differ ? 'channels.each.differ' : 'channels.each.hint';
  const told =
    findings === undefined
      ? [t(listens && !differ ? 'channels.each.listening' : found)]
      : describeChannelFindings(t, locale, findings);
  return (
    <div
      role="group"
      aria-label={t('channels.each.group')}
      className={styles.channels}
      data-proposed={differ}
    >
      <Checkbox label={t('channels.each.label')} isChecked={isEach} onChange={onChange} />
      <div role="status">
        {told.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
    </div>
  );
}
