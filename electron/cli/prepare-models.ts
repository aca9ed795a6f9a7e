import { resolve } from 'node:path';
import { exitCodeOf, exitCodes } from '@core/errors/error-codes';
import { showHarmless } from '@core/messages/show-harmless';
import { describeThrown, StudioError, toStudioError } from '@core/errors/studio-error';
import { prepareModels } from '../engines/local/models/prepare-models';
import { modelsAreReady } from '../engines/local/models/verify-model';
import { makeFolder } from '../services/files/make-folder';

/**
 * Entry point that set-up runs once after a build: brings `resources/models` of the checkout (or
 * the folder `ZIMU_MODELS` names) to the state the catalogue describes. Steps go to stderr, one
 * line each. Every file is read, and a damaged one made again; with `--if-needed` nothing is said or
 * read where all files have their sizes. Ends with 0, or with the exit code of the error: 4 for a
 * model that cannot be had.
 */
async function run(): Promise<number> {
  const directory =
    process.env['ZIMU_MODELS'] ?? resolve(import.meta.dirname, '../../resources/models');
  const log = (line: string) => void process.stderr.write(`models: ${showHarmless(line)}\n`);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  try {
    if (process.argv.includes('--if-needed') && (await modelsAreReady(resolve(directory)))) {
      return exitCodes.done;
    }
    await makeFolder(resolve(directory)).catch((cause: unknown) => {
      const data = { model: 'base', path: resolve(directory) };
      throw new StudioError('model/missing', 'The folder of models cannot be made', {
        data,
        cause,
      });
    });
    await prepareModels({ directory: resolve(directory), log, signal: stop.signal });
    return exitCodes.done;
  } catch (thrown) {
    const error = toStudioError(thrown);
    log(`${error.message} (${error.code})`);
    if (error.cause !== undefined) log(describeThrown(error.cause));
    return exitCodeOf(error.code);
  }
}

process.exitCode = await run();
