import { showValueHarmless } from '@core/messages/show-harmless';
import { isCancelled, type StudioError, toStudioError } from '@core/errors/studio-error';
import type { ExportChoices } from '@contract/api';
import { isNamePattern, usualNamePattern } from '@core/file-names/name-pattern';
import { omitUndefined } from '@core/omit-undefined';
import { usualForm } from '@core/formats/text-form';
import type { WritableFormat } from '@core/formats/format';
import type { Loss } from '@core/formats/list-losses';
import type { Project } from '@core/project-file/project';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/error-notice';
import { downloadFile } from '../../lib/download';
import { formatDay } from '@core/timing/format-day';
import {
  useDocument,
  useErrorTexts,
  useLocale,
  useSettings,
  useStudio,
  useTexts,
} from '../../state/studio-context';
import styles from './export-dialog.module.css';
import { encodeExport } from './encode-export';
import { FileForm } from './file-form';
import { FormatList } from './format-list';
import { FormatOptions } from './format-options';
import { FurtherFormats } from './further-formats';
import { listLossesText } from './list-losses-text';
import {
  findWrongOptions,
  formatExport,
  getFormat,
  listExportLosses,
  listFormats,
  makePreview,
} from './make-export';
import { nameExports } from './name-exports';
import { type ExportedFile, saveIntoFolder, saveOne } from './save-export';
import { useReplaceQuestion } from './use-replace-question';
import { NameField } from './name-field';

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
  // As this project was exported last, or else in the format that was written last.
  const [choices, setChoices] = useState<ExportChoices>(
    () => session.getState().exportChoices ?? { format: getFormat(kept ?? '').id, values: {} },
  );
  const [error, setError] = useState<StudioError>();
  const change = (changes: Partial<ExportChoices>): void => {
    const changed = { ...choices, ...changes };
    setChoices(changed);
    session.getState().set({ exportChoices: changed });
  };
  const { form = usualForm } = choices;
  const format = getFormat(choices.format);
  const wrongOptions = useMemo(() => findWrongOptions(project, choices), [project, choices]);
  const isWrong = wrongOptions.size > 0 || !isNamePattern(choices.namePattern ?? usualNamePattern);
  // Typing goes before the picture of what was typed.
  const shown = useDeferredValue(choices);
  const preview = useMemo(() => makePreview(project, shown), [project, shown]);
  const losses = useMemo(
    () =>
      new Map(
        listFormats(shown).map((id) => [id, listExportLosses(project, { ...shown, format: id })]),
      ),
    [project, shown],
  );
  const previewId = useId();
  const close = (): void => session.getState().set({ dialog: undefined });
  const replacing = useReplaceQuestion();

  const ids = listFormats(choices);
  const names = nameExports(project, ids, {
    ...omitUndefined({ pattern: choices.namePattern }),
    today: formatDay(new Date()),
  });
  const { client } = connection;
  /** @returns false where a person chose no place for them */
  const saveNatively = async (files: readonly ExportedFile[]): Promise<boolean> => {
    const [only, ...others] = files;
    const isOne = only !== undefined && others.length === 0;
    const path = isOne
      ? await saveOne(client, only)
      : await saveIntoFolder(client, files, replacing.ask);
    if (path === undefined) return false;
    if (isOne) notices.getState().tell('app.notice.saved', { path });
    else notices.getState().tell('export.savedInto', { path, count: files.length });
    return true;
  };
  const save = async (): Promise<void> => {
    setError(undefined);
    try {
      const files: ExportedFile[] = [];
      for (const [index, id] of ids.entries()) {
        const written = formatExport(project, { ...choices, format: id });
        const content = await encodeExport(client, written, form);
        files.push({ name: names[index]!, content, mediaType: getFormat(id).mediaTypes[0] });
      }
      if (host.hasNativeDialogs) {
        if (!(await saveNatively(files))) return;
      } else {
        for (const { name, content, mediaType } of files) {
          downloadFile(name, content, mediaType);
          notices.getState().tell('app.notice.downloaded', { name });
        }
      }
      settings.getState().update({ exportFormat: choices.format });
      close();
    } catch (thrown) {
      if (!isCancelled(thrown)) setError(toStudioError(thrown));
    }
  };

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
            {format.unit === 'cue'
              ? t('export.count.cues', { count: preview.count })
              : t('export.count.sentences', { count: preview.count })}
            {' · '}
            {names.map((name) => showValueHarmless(name)).join(' · ')}
          </span>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button look="primary" data-autofocus disabled={isWrong} onClick={() => void save()}>
            {ids.length > 1
              ? t(host.hasNativeDialogs ? 'export.saveAll' : 'export.downloadAll', {
                  count: ids.length,
                })
              : t(host.hasNativeDialogs ? 'export.save' : 'export.download')}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorNotice text={describe(error)} />}
      {replacing.question}
      <div className={styles.columns}>
        <div className={styles.options}>
          <FormatList chosen={format.id} onChoose={(id) => change({ format: id })} />
          <FormatOptions
            fields={format.options}
            values={choices.values}
            wrong={wrongOptions}
            language={project.language}
            onChange={(values) => change({ values: { ...choices.values, ...values } })}
          />
          {preview.text !== '' && (
            <FileForm form={form} onChange={(changed) => change({ form: changed })} />
          )}
          <NameField
            pattern={choices.namePattern}
            onChange={(namePattern) => change({ namePattern })}
          />
          <FurtherFormats
            chosen={format.id}
            also={choices.also ?? []}
            onChange={(also) => change({ also })}
          />
          {listFormats(shown).map((id) => (
            <Losses
              key={id}
              format={getFormat(id)}
              isNamed={listFormats(shown).length > 1}
              losses={losses.get(id) ?? []}
            />
          ))}
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

/** What the format has no place for: said before it is written. */
function Losses({
  format,
  isNamed,
  losses,
}: {
  readonly format: WritableFormat;
  /** Whether it is one of several. */
  readonly isNamed: boolean;
  readonly losses: readonly Loss[];
}): React.JSX.Element | undefined {
  const t = useTexts();
  const locale = useLocale();
  if (losses.length === 0) return undefined;
  const list = listLossesText(locale, format, losses);
  const text = isNamed
    ? t('export.losses.of', { format: format.id.toUpperCase(), list })
    : t('export.losses', { list });
  return <p className={styles.losses}>{text}</p>;
}
