import { showValueHarmless } from '@core/messages/show-harmless';
import { isCancelled, type StudioError, toStudioError } from '@core/errors/studio-error';
import { findFormat, type FormatId, transcriptFormats } from '@core/formats/registry';
import { defaultCueLimits } from '@core/cues/cue-limits';
import type { Project } from '@core/project-file/project';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { Checkbox, Field, TextInput } from '../../components/field';
import { downloadText } from '../../lib/download';
import {
  useDocument,
  useErrorTexts,
  useSettings,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import styles from './export-dialog.module.css';
import {
  type ExportChoices,
  formatExport,
  isWrongLimit,
  makePreview,
  nameExport,
  numberLimits,
} from './make-export';

/** Writes the text as a file, after showing what will be in it. */
export function ExportDialog(): React.JSX.Element | undefined {
  const project = useDocument((state) => state.project);
  return project === undefined ? undefined : <ProjectExport project={project} />;
}

function ProjectExport({ project }: { readonly project: Project }): React.JSX.Element {
  const t = useTexts();
  const describe = useErrorTexts();
  const { connection, host, notices, session, settings } = useStudio();
  const kept = useSettings((state) => state.settings.exportFormat);
  const [choices, setChoices] = useState<ExportChoices>({
    format: findFormat(kept ?? 'srt')?.id ?? 'srt',
    maxLines: '',
    maxLineCharacters: '',
    speakers: true,
    words: false,
  });
  const [error, setError] = useState<StudioError>();
  const change = (changes: Partial<ExportChoices>): void => setChoices({ ...choices, ...changes });
  const isWrong = (['maxLines', 'maxLineCharacters'] as const).some((name) =>
    isWrongLimit(name, choices[name]),
  );
  // Typing goes before the picture of what was typed.
  const shown = useDeferredValue(choices);
  const preview = useMemo(() => makePreview(project, shown), [project, shown]);
  const previewId = useId();
  const close = (): void => session.getState().set({ dialog: undefined });

  const save = async (): Promise<void> => {
    setError(undefined);
    const name = nameExport(project.title, choices.format);
    try {
      const text = formatExport(project, choices);
      if (host.hasNativeDialogs) {
        const { savedAs } = await connection.client.call('files.saveText', {
          suggestedName: name,
          text,
        });
        if (savedAs === undefined) return;
        notices.getState().tell('app.notice.saved', { path: savedAs });
      } else {
        downloadText(name, text);
        notices.getState().tell('app.notice.downloaded', { name });
      }
      settings.getState().update({ exportFormat: choices.format });
      close();
    } catch (thrown) {
      if (!isCancelled(thrown)) setError(toStudioError(thrown));
    }
  };

  const isSubtitle = choices.format === 'srt' || choices.format === 'vtt';
  return (
    <Dialog
      width="wide"
      title={t('export.title')}
      description={showValueHarmless(project.title)}
      closeLabel={t('app.close')}
      onClose={close}
      footer={
        <>
          <span className={`${styles.count} tabular`} role="status">
            {isSubtitle
              ? t('export.count.cues', { count: preview.count })
              : t('export.count.sentences', { count: preview.count })}
            {' · '}
            {showValueHarmless(nameExport(project.title, choices.format))}
          </span>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button look="primary" data-autofocus disabled={isWrong} onClick={() => void save()}>
            {host.hasNativeDialogs ? t('export.save') : t('export.download')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      <div className={styles.columns}>
        <div className={styles.options}>
          <Formats chosen={choices.format} onChoose={(format) => change({ format })} />
          <Options choices={choices} language={project.language} onChange={change} />
        </div>
        <div className={styles.preview}>
          <h3 className={styles.label} id={previewId}>
            {preview.isPart ? t('export.previewPart') : t('export.preview')}
          </h3>
          <pre
            className={styles.text}
            role="region"
            aria-labelledby={previewId}
            tabIndex={0}
            data-selectable
          >
            {preview.text}
            {preview.isPart && '…'}
          </pre>
        </div>
      </div>
    </Dialog>
  );
}

function Formats({
  chosen,
  onChoose,
}: {
  readonly chosen: FormatId;
  readonly onChoose: (format: FormatId) => void;
}): React.JSX.Element {
  const t = useTexts();
  return (
    <fieldset className={styles.formats} role="radiogroup" aria-label={t('export.format')}>
      {transcriptFormats.map(({ id }) => (
        <label key={id} className={styles.format} data-chosen={id === chosen || undefined}>
          <input
            type="radio"
            name="format"
            checked={id === chosen}
            aria-label={t(`export.format.${id}`)}
            onChange={() => onChoose(id)}
          />
          <span>
            <span className={styles.name}>{t(`export.format.${id}`)}</span>
            <span className={styles.about}>{t(`export.about.${id}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The options that make a difference in the chosen format. */
function Options({
  choices,
  language,
  onChange,
}: {
  readonly choices: ExportChoices;
  readonly language: string;
  readonly onChange: (changes: Partial<ExportChoices>) => void;
}): React.JSX.Element {
  const t = useTexts();
  const usual = defaultCueLimits(language);
  const has = findFormat(choices.format)?.options ?? [];
  return (
    <div className={styles.details}>
      {has.includes('maxLines') && (
        <div className={styles.numbers}>
          {(['maxLines', 'maxLineCharacters'] as const).map((name) => (
            <Field
              key={name}
              label={name === 'maxLines' ? t('export.lines') : t('export.characters')}
              hint={
                isWrongLimit(name, choices[name])
                  ? t('export.wrong', numberLimits[name])
                  : undefined
              }
            >
              {({ id, hintId }) => (
                <TextInput
                  id={id}
                  className="tabular"
                  inputMode="numeric"
                  value={choices[name]}
                  placeholder={String(usual[name])}
                  aria-invalid={isWrongLimit(name, choices[name])}
                  aria-describedby={hintId}
                  onChange={(event) => onChange({ [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </div>
      )}
      {has.includes('speakers') && (
        <Checkbox
          label={t('export.speakers')}
          isChecked={choices.speakers}
          onChange={(speakers) => onChange({ speakers })}
        />
      )}
      {has.includes('words') && (
        <Checkbox
          label={t('export.words')}
          isChecked={choices.words}
          onChange={(words) => onChange({ words })}
        />
      )}
    </div>
  );
}
