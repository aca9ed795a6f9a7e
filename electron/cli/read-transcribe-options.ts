import type { CueLimits } from '@core/cues/cue-limits';
import type { EngineFacts } from '@contract/api';
import type { JsonValue } from '@core/errors/studio-error';
import { wishEachChannel } from '@isi/decide-channels';
import type { GivenOptions, WritableFormat } from '@core/formats/format';
import type { Studio } from '../services/studio';
import { readResultFormatOptions } from './format-options';
import { type ParsedArguments, usageError } from './parse-arguments';
import { readEngine, readModel } from './read-engine';
import { readLimits } from './read-limits';
import { readParameters } from './read-parameters';
import { readFormat, readLanguage } from './read-result-options';
import type { Terminal } from './terminal';
import { asksForWordTimes } from './word-times-result';

/** What `zimu transcribe` is asked for, beside the recordings. */
export interface TranscribeOptions {
  readonly engine: string;
  /** Its service works on a task that outlives the program. */
  readonly keepsTask: boolean;
  readonly model: string | undefined;
  readonly format: WritableFormat;
  readonly formatOptions: GivenOptions;
  readonly language: string | undefined;
  /** Those that were asked for; the others follow the language or the text. */
  readonly limits: Partial<CueLimits>;
  /** Of a service of the cloud. */
  readonly parameters: Readonly<Record<string, JsonValue>> | undefined;
  /** Leaves a kept task alone. */
  readonly startsAnew: boolean;
  /** Which audio track, as it was asked for. */
  readonly track: string | undefined;
  /** Each channel by itself. */
  readonly eachChannel: true | undefined;
  /** Writes the times of words beside the result. */
  readonly hasWordTimes: boolean;
  readonly force: boolean;
  readonly debug: boolean;
}

/** @throws StudioError `usage/invalid` for what is none of its options */
export function readTranscribeOptions(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): TranscribeOptions {
  const { values, flags } = parsed;
  const engine = readEngine(studio, values['engine'], terminal);
  const { id, keepsTasks: keepsTask } = engine;
  if (flags.has('new-task') && !keepsTask) {
    throw usageError(terminal, 'cli.newTask.otherEngine');
  }
  const format = readFormat(parsed, terminal);
  return {
    engine: id,
    keepsTask,
    model: readModel(values['model'], engine, terminal),
    format,
    formatOptions: readResultFormatOptions(parsed, format, terminal),
    language: readLanguage(parsed),
    limits: readLimits(parsed, terminal),
    parameters: withChannels(engine, readParameters(studio, engine, parsed, terminal), flags),
    startsAnew: flags.has('new-task'),
    track: values['track'],
    eachChannel: flags.has('channels') && engine.hearsEachChannel ? true : undefined,
    hasWordTimes: asksForWordTimes(parsed),
    force: flags.has('force'),
    debug: flags.has('debug'),
  };
}

/** The services of the cloud have a parameter for it. */
function withChannels(
  { service }: Pick<EngineFacts, 'service'>,
  parameters: TranscribeOptions['parameters'],
  flags: ReadonlySet<string>,
): TranscribeOptions['parameters'] {
  if (service === undefined || !flags.has('channels')) return parameters;
  return wishEachChannel(parameters);
}
