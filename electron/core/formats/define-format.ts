import { omitUndefined } from '../omit-undefined';
import { finishSteps } from '../steps';
import type { z } from 'zod';
import type { FormatDocument } from './format-document';
import type {
  FormatSpec,
  GivenOptions,
  ReadableFormat,
  TranscriptFormat,
  WrittenFile,
} from './format';
import { listLosses, type Loss } from './list-losses';
import { describeOptions, parseOptions } from './option-fields';
import { addProfile } from './writing-rules/profiles';
import {
  applyWritingRules,
  findOptionProblem,
  listRuleFields,
  type RuledDocument,
  type RuledFormat,
} from './writing-rules/writing-rules';
import type { RuleScope } from './writing-rules/writing-rule';

/** Surer than what most contents tell, and less sure than a mark that only one format has. */
const byExtension = 0.9;

/** The row of a format in the registry, of what its file says of it. */
export function defineFormat<Options extends z.ZodObject>(
  spec: FormatSpec<Options>,
): TranscriptFormat {
  const { id, name, about, extensions, mediaTypes, unit, takes = 'text', holds } = spec;
  const { purpose, programs = [], isProse = false, isWhole = false } = spec;
  const { options, recognise, read, write, repairTexts = {}, lossTexts = {} } = spec;
  const { numbersCues = false, listOwnLosses } = spec;
  const scopes: readonly RuleScope[] = [
    ...(holds.times === true ? (['times'] as const) : []),
    ...(unit === 'cue' ? (['cues'] as const) : []),
    ...(numbersCues ? (['numbers'] as const) : []),
  ];
  const findRuledFormat = (document: FormatDocument, given: GivenOptions): RuledFormat => {
    const timecode = spec.timecode?.(document, parseOptions(options, addProfile(given)));
    return { scopes, timecode, holdsStart: spec.holdsStart === true };
  };
  const rule = (document: FormatDocument, given: GivenOptions): RuledDocument =>
    applyWritingRules(document, given, findRuledFormat(document, given));
  const writeWhole = (whole: FormatDocument, given: GivenOptions): WrittenFile => {
    const { document, losses: ofRules } = rule(whole, given);
    const chosen = parseOptions(options, addProfile(given));
    const written = write!(document, chosen);
    const isPlain = typeof written === 'string' || written instanceof Uint8Array;
    const { content, losses } = isPlain
      ? { content: written, losses: listOwnLosses?.(document, chosen) ?? [] }
      : written;
    return { content, losses: addUp([...listLosses(document, holds, id), ...losses, ...ofRules]) };
  };
  const listWhole = (whole: FormatDocument, given: GivenOptions): readonly Loss[] => {
    const { document, losses } = rule(whole, given);
    const own = listOwnLosses?.(document, parseOptions(options, addProfile(given))) ?? [];
    return addUp([...listLosses(document, holds, id), ...own, ...losses]);
  };
  return {
    ...{ id, name, about, extensions, mediaTypes, unit, isProse, isWhole, takes },
    ...{ repairTexts, lossTexts, purpose, programs, extension: extensions[0] },
    options: [...describeOptions(options), ...(write === undefined ? [] : listRuleFields(scopes))],
    probe: (specimen) => {
      const fileName = specimen.fileName.toLowerCase();
      const named = extensions.find((extension) => fileName.endsWith(extension));
      // Of endings of which one ends in the other, the longer one says more.
      const byName = named === undefined ? 0 : byExtension + named.length / 1000;
      return Math.max(byName, recognise(specimen));
    },
    findOptionProblem: (document, given = {}) =>
      findOptionProblem(document, given, findRuledFormat(document, given)),
    prepare: (document, given = {}) => rule(document, given).document,
    // Only a format whose writing tells losses of its own has to be written for them to be known.
    listLosses: (document, given = {}) =>
      write === undefined || listOwnLosses !== undefined || Object.keys(lossTexts).length === 0
        ? listWhole(document, given)
        : writeWhole(document, given).losses,
    ...(read === undefined ? {} : makeReaders(read)),
    ...(write === undefined
      ? {}
      : {
          write: (document: FormatDocument, given: GivenOptions = {}) =>
            writeWhole(document, given),
        }),
  };
}

/** Each code once. */
function addUp(losses: readonly Loss[]): readonly Loss[] {
  const counts = new Map<string, number>();
  for (const { code, count } of losses) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count }));
}

function makeReaders(
  read: NonNullable<FormatSpec<z.ZodObject>['read']>,
): Pick<ReadableFormat, 'read' | 'readInSteps'> {
  const readInSteps: ReadableFormat['readInSteps'] = function* (input, hints = {}) {
    const reading = read(input, hints);
    const file = 'next' in reading ? yield* reading : reading;
    return { ...file, ...omitUndefined({ encoding: hints.encoding }) };
  };
  return { read: (...given) => finishSteps(readInSteps(...given)), readInSteps };
}
