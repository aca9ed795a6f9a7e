import { Confirm } from '../../components/confirm';
import { useLocale, useOpening, useTexts } from '../../state/studio-context';

/** Asks before a recording is fetched from this computer or its network. */
export function ConfirmHost(): React.JSX.Element | undefined {
  const t = useTexts();
  // Chinese sentences follow each other without a blank.
  const blank = useLocale() === 'zh-CN' ? '' : ' ';
  const question = useOpening((state) => state.question);
  if (question === undefined) return undefined;
  const { host, address, place, asked, answer } = question;
  const led = asked === undefined ? [] : [t('projects.reach.led', { asked })];
  return (
    <Confirm
      key={host}
      title={t('projects.reach.title', { host })}
      text={[...led, t(`projects.reach.${place}`, { address })].join(blank)}
      confirmLabel={t('projects.reach.fetch')}
      confirmLook="primary"
      cancelLabel={t('app.cancel')}
      closeLabel={t('app.close')}
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    />
  );
}
