import type { DiagnosisFinding } from '@contract/api';
import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { isMessageKey } from '@core/messages/catalogue';
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { ErrorNotice } from '../../components/error-notice';
import { Field, TextInput } from '../../components/field';
import { Spinner } from '../../components/spinner';
import { useErrorTexts, useSettings, useStudio, useTexts } from '../../state/studio-context';
import styles from './tool-settings.module.css';

const icons: Readonly<Record<DiagnosisFinding['state'], React.JSX.Element>> = {
  ok: <CircleCheck />,
  warning: <TriangleAlert />,
  problem: <CircleX />,
};

/** Where ffmpeg is, and what the check of this computer found. */
export function ToolSettings(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, settings: store } = useStudio();
  const { client } = connection;
  const settings = useSettings((state) => state.settings);
  const [findings, setFindings] = useState<readonly DiagnosisFinding[]>();
  const [error, setError] = useState<StudioError>();

  const check = useCallback(() => {
    setFindings(undefined);
    setError(undefined);
    client
      .call('settings.diagnose', {})
      .then(setFindings, (thrown: unknown) => setError(toStudioError(thrown)));
  }, [client]);
  useEffect(check, [check]);

  const keepPath = (name: 'ffmpegPath' | 'ffprobePath', typed: string): void => {
    const path = typed.trim() === '' ? undefined : typed.trim();
    if (path === settings[name]) return;
    store.getState().update({ [name]: path });
    check();
  };
  return (
    <>
      <div className={styles.paths}>
        {(['ffmpegPath', 'ffprobePath'] as const).map((name) => (
          <Field key={name} label={t(`settings.${name}`)}>
            {({ id }) => (
              <TextInput
                id={id}
                defaultValue={settings[name] ?? ''}
                placeholder={t('settings.path.hint')}
                spellCheck={false}
                onBlur={(event) => keepPath(name, event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') keepPath(name, event.currentTarget.value);
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <p className={styles.hint}>{t('settings.tools.hint')}</p>
      <div className={styles.findings}>
        <div className={styles.head}>
          <h4>{t('settings.findings')}</h4>
          <Button
            look="quiet"
            disabled={findings === undefined && error === undefined}
            onClick={check}
          >
            {t('settings.check')}
          </Button>
        </div>
        {error !== undefined && <ErrorNotice text={describe(error)} />}
        {findings === undefined && error === undefined && (
          <div className={styles.checking}>
            <Spinner label={t('settings.checking')} />
          </div>
        )}
        <ul className={styles.list}>
          {findings?.map((finding) => (
            <Finding key={finding.id} finding={finding} />
          ))}
        </ul>
      </div>
    </>
  );
}

function Finding({ finding }: { readonly finding: DiagnosisFinding }): React.JSX.Element {
  const t = useTexts();
  const { id, state, detail, fix } = finding;
  const nameKey = `doctor.${id}`;
  return (
    <li className={styles.finding}>
      <span className={styles[state]} role="img" aria-label={t(`settings.state.${state}`)}>
        {icons[state]}
      </span>
      <span className={styles.name}>{isMessageKey(nameKey) ? t(nameKey) : id}</span>
      <span className={styles.detail} data-selectable>
        {'text' in detail ? detail.text : t(detail.key, detail.parameters)}
        {fix !== undefined && (
          <span className={styles.fix}>
            {t('doctor.fix')} {t(fix)}
          </span>
        )}
      </span>
    </li>
  );
}
