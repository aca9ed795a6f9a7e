import { omitUndefined } from '../omit-undefined';
import type { z } from 'zod';
import { StudioError } from '../errors/studio-error';
import type { FormatDocument } from './format-document';
import type { FormatSpec, GivenOptions, ReadHints, TranscriptFormat, WrittenFile } from './format';
import { listLosses } from './list-losses';
import { describeOptions } from './option-fields';

/** Surer than what most contents tell, and less sure than a mark that only one format has. */
const byExtension = 0.9;

/** The row of a format in the registry, of what its file says of it. */
export function defineFormat<Options extends z.ZodObject>(
  spec: FormatSpec<Options>,
): TranscriptFormat {
  const { id, name, about, extensions, mediaTypes, unit, takes = 'text', holds } = spec;
  const { isProse = false } = spec;
  const { options, recognise, read, write, repairTexts = {}, lossTexts = {} } = spec;
  const writeWhole = (document: FormatDocument, given: GivenOptions): WrittenFile => {
    const written = write!(document, parseOptions(options, given));
    const isPlain = typeof written === 'string' || written instanceof Uint8Array;
    const { content, losses } = isPlain ? { content: written, losses: [] } : written;
    return { content, losses: [...listLosses(document, holds, id), ...losses] };
  };
  return {
    ...{ id, name, about, extensions, mediaTypes, unit, isProse, takes, repairTexts, lossTexts },
    extension: extensions[0],
    options: describeOptions(options),
    probe: (specimen) => {
      const fileName = specimen.fileName.toLowerCase();
      const isNamed = extensions.some((extension) => fileName.endsWith(extension));
      return Math.max(isNamed ? byExtension : 0, recognise(specimen));
    },
    // Only a format with losses of its own has to be written for them to be known.
    listLosses: (document, given = {}) =>
      write === undefined || Object.keys(lossTexts).length === 0
        ? listLosses(document, holds, id)
        : writeWhole(document, given).losses,
    ...(read === undefined
      ? {}
      : {
          read: (input: string | Uint8Array, hints: ReadHints = {}) => ({
            ...read(input, hints),
            ...omitUndefined({ encoding: hints.encoding }),
          }),
        }),
    ...(write === undefined
      ? {}
      : {
          write: (document: FormatDocument, given: GivenOptions = {}) =>
            writeWhole(document, given),
        }),
  };
}

function parseOptions<Options extends z.ZodObject>(
  options: Options,
  given: GivenOptions,
): z.output<Options> {
  const result = options.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const problem = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  throw new StudioError('usage/invalid', problem, { data: { problem }, cause: result.error });
}
