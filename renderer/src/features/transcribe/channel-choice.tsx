import { Checkbox } from '../../components/field';
import { useTexts } from '../../state/studio-context';
import type { PlanSummary } from './summarise-plans';
import styles from './transcribe-dialog.module.css';

export interface ChannelChoiceProps {
  readonly channels: NonNullable<PlanSummary['channels']>;
  readonly isEach: boolean;
  readonly onChange: (isEach: boolean) => void;
}

/** Whether each channel is heard by itself, and whether that is worth it. */
export function ChannelChoice({
  channels: { differ, listens },
  isEach,
  onChange,
}: ChannelChoiceProps): React.JSX.Element {
  const t = useTexts();
  const found = differ ? 'channels.each.differ' : 'channels.each.hint';
  return (
    <div className={styles.channels} data-proposed={differ}>
      <Checkbox label={t('channels.each.label')} isChecked={isEach} onChange={onChange} />
      <p role="status">{t(listens && !differ ? 'channels.each.listening' : found)}</p>
    </div>
  );
}
