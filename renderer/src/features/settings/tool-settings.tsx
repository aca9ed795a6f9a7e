import type { DiagnosisFinding, ToolName } from '@contract/api';
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

const tools = ['ffmpeg', 'ffprobe'] as const satisfies readonly ToolName[];

const icons: Readonly<Record<DiagnosisFinding['state'], React.JSX.Element>> = {
  ok: <CircleCheck />,
  warning: <TriangleAlert />,
  problem: <CircleX />,
};

/** Which ffmpeg is run, and what the check of this computer found. */
export function ToolSettings(): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, host, settings: store } = useStudio();
  const { client } = connection;
  const settings = useSettings((state) => state.settings);
  const [findings, setFindings] = useState<readonly DiagnosisFinding[]>();
  const [error, setError] = useState<StudioError>();
  const [refusal, setRefusal] = useState<StudioError>();

  const check = useCallback(() => {
    setFindings(undefined);
    setError(undefined);
    client
      .call('settings.diagnose', {})
      .then(setFindings, (thrown: unknown) => setError(toStudioError(thrown)));
  }, [client]);
  // Also where another window, or the system's dialog, chose a program.
  const { ffmpegPath, ffprobePath } = settings;
  useEffect(check, [check, ffmpegPath, ffprobePath]);

  const choose = (tool: ToolName): void => {
    setRefusal(undefined);
    client
      .call('settings.chooseTool', { tool })
      .catch((thrown: unknown) => setRefusal(toStudioError(thrown)));
  };
  const forget = (tool: ToolName): void => {
    setRefusal(undefined);
    store.getState().forget(`${tool}Path`);
  };
  return (
    <>
      <div className={styles.paths}>
        {tools.map((tool) => (
          <div key={tool} className={styles.tool}>
            <Field label={t(`settings.${tool}Path`)}>
              {({ id }) => (
                <TextInput
                  id={id}
                  readOnly
                  value={settings[`${tool}Path`] ?? ''}
                  placeholder={t('settings.path.hint')}
                  title={settings[`${tool}Path`]}
                />
              )}
            </Field>
            <div className={styles.actions}>
              {host.hasNativeDialogs && (
                <Button
                  aria-label={t('settings.tool.chooseOf', { tool })}
                  onClick={() => choose(tool)}
                >
                  {t('settings.tool.choose')}
                </Button>
              )}
              {settings[`${tool}Path`] !== undefined && (
                <Button
                  look="quiet"
                  aria-label={t('settings.tool.automaticOf', { tool })}
                  onClick={(event) => {
                    // It goes with the path; what is left beside the field keeps the focus.
                    const { parentElement } = event.currentTarget.parentElement!;
                    parentElement?.querySelector('input')?.focus();
                    forget(tool);
                  }}
                >
                  {t('settings.tool.automatic')}
                </Button>
              )}
            </div>
          </div>
        ))}
      </div>
      {refusal !== undefined && <ErrorNotice text={describe(refusal)} />}
      <p className={styles.hint} data-selectable>
        {t(host.hasNativeDialogs ? 'settings.tools.native' : 'settings.tools.elsewhere')}
      </p>
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
