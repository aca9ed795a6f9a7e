import { basename, dirname, extname, join, resolve } from 'node:path';
import { defaultCueLimits } from '@core/cues/cue-limits';
import { type ExitCode, exitCodes } from '@core/errors/error-codes';
import { StudioError } from '@core/errors/studio-error';
import { formatJson } from '@core/formats/json';
import { readAlignmentText } from '../../services/jobs/read-alignment-text';
import type { Studio } from '../../services/studio';
import { type ParsedArguments, readChoice, usageError } from '../parse-arguments';
import { partialPathOf } from '../plan-outputs';
import { createProgressDisplay } from '../progress-display';
import { reportNotices } from '../report';
import { type Terminal, say, tell } from '../terminal';
import { prepareOutput, writeOutput } from '../write-output';

/**
 * `zimu align AUDIO TEXTFILE`: the times of a text that is already known, as a JSON transcript. The
 * cues of an SRT stay as they are; plain text is cut into readable cues.
 */
export async function align(
  studio: Studio,
  parsed: ParsedArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const [audioFile, textFile, ...more] = parsed.files.map((file) =>
    resolve(terminal.workingDirectory, file),
  );
  if (audioFile === undefined || textFile === undefined) {
    throw usageError(terminal, 'cli.needsTwoFiles');
  }
  if (more.length > 0) {
    throw usageError(terminal, 'cli.tooManyFiles', { command: 'align', count: 2 });
  }
  const asked = parsed.values['out'];
  const beside = join(dirname(audioFile), `${basename(audioFile, extname(audioFile))}.json`);
  const path =
    asked === '-' ? '-' : asked === undefined ? beside : resolve(terminal.workingDirectory, asked);
  const model =
    parsed.values['model'] === undefined
      ? undefined
      : readChoice(terminal, 'model', parsed.values['model'], ['base', 'tiny']);
  studio.requireEngine('local', undefined);
  const text = await readAlignmentText(textFile);
  const recording = await studio.openRecording(audioFile, terminal.signal);
  if (path !== '-') await prepareOutput(path, { force: parsed.flags.has('force') });

  const display = createProgressDisplay(terminal, {
    json: parsed.flags.has('json-progress'),
    count: 1,
  });
  display.begin(audioFile);
  const outcome = await studio.align(
    recording,
    {
      units: text.units,
      ...(text.hasFixedCues ? {} : { limits: defaultCueLimits('en') }),
      ...(model === undefined ? {} : { model }),
    },
    { signal: terminal.signal, onProgress: (progress) => display.update(audioFile, progress) },
  );
  display.end();
  reportNotices(terminal, outcome, recording.wasTruncated());

  const result = formatJson(outcome.transcript);
  if (outcome.state !== 'done') {
    if (path !== '-' && outcome.transcript.sentences.length > 0) {
      await writeOutput(partialPathOf(path), result);
      tell(terminal, say(terminal, 'cli.wrotePartial', { path: partialPathOf(path) }));
    }
    throw outcome.error ?? new StudioError('internal', 'job ended without a reason');
  }
  if (path === '-') {
    terminal.stdout.write(result);
  } else {
    await writeOutput(path, result);
    tell(terminal, say(terminal, 'cli.wrote', { path }));
  }
  display.done(audioFile, path);
  return exitCodes.done;
}
