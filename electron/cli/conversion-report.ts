import type { TextEncoding, WritableFormat } from '@core/formats/format';
import { describeLoss, type Loss } from '@core/formats/list-losses';
import { describeRepair } from '@core/formats/repairs';
import type { TextForm } from '@core/formats/text-form';
import type { StudioError } from '@core/errors/studio-error';
import type { SubtitleFile } from '../services/formats/read-subtitle-file';
import { explainError } from './report';
import { say, tell, type Terminal } from './terminal';

/** What became of one file. */
export interface ConvertedFile {
  readonly source: string;
  readonly target: string;
  /** Absent where a file could not be read that was to be written in its own format. */
  readonly to?: WritableFormat;
  readonly file?: SubtitleFile;
  readonly losses?: readonly Loss[];
  /** Of a text. */
  readonly form?: TextForm;
  readonly error?: StudioError;
}

/** Says in a line what the format has no place for. */
export function reportLosses(
  losses: readonly Loss[],
  format: WritableFormat,
  terminal: Terminal,
): void {
  if (losses.length === 0) return;
  const list = losses
    .map((loss) => say(terminal, describeLoss(loss, format), { count: loss.count }))
    .join(terminal.locale === 'zh-CN' ? '、' : ', ');
  tell(terminal, say(terminal, 'export.losses', { list }));
}

/** The report of a file for programs: how it was read, what was mended, and what was lost. */
export function reportFile(
  { source, target, to, file, losses = [], form, error }: ConvertedFile,
  terminal: Terminal,
): object {
  return {
    ...{ source, result: error === undefined ? target : null },
    ...{ from: file?.format.id ?? null, to: to?.id ?? null },
    encoding: { read: describeEncoding(file?.encoding), written: describeEncoding(form) },
    cues: file?.document.sentences.length ?? null,
    repairs: (file?.repairs ?? []).map((repair) => ({
      ...repair,
      text: say(terminal, describeRepair(repair, file?.format)),
    })),
    losses: to === undefined ? [] : describeLosses(losses, to, terminal),
    ...(error === undefined
      ? undefined
      : { error: { code: error.code, ...explainError(terminal, error) } }),
  };
}

function describeLosses(
  losses: readonly Loss[],
  to: WritableFormat,
  terminal: Terminal,
): readonly object[] {
  return losses.map((loss) => ({
    ...loss,
    text: say(terminal, describeLoss(loss, to), { count: loss.count }),
  }));
}

function describeEncoding(encoding: TextEncoding | TextForm | undefined): object | null {
  if (encoding === undefined) return null;
  const { label, hasMark } = encoding;
  return {
    ...{ label, byteOrderMark: hasMark },
    ...('lineEnding' in encoding ? { lineEnding: encoding.lineEnding ?? 'lf' } : undefined),
  };
}
