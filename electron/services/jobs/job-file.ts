import { z } from 'zod';
import type { JobSummary } from '@contract/api';
import { errorCodes } from '@core/errors/error-codes';
import { describeThrown, type JsonValue } from '@core/errors/studio-error';
import { jobStates } from '@core/jobs/job-state';
import { noticeKinds } from '@core/jobs/notice-kinds';
import { audioTrackSchema } from '@core/tracks/audio-track';
import { readRegularText } from '../files/regular-file';
import { setAside } from '../files/set-aside';
import { writeText } from '../files/write-text';
import { jobKindFields } from './kinds/job-kinds';

const timeMs = z.int().nonnegative();
const jsonValue: z.ZodType<JsonValue> = z.json();
const errorSchema = z.object({
  name: z.literal('StudioError'),
  code: z.enum(errorCodes),
  message: z.string(),
  data: z.record(z.string(), jsonValue),
  cause: z.exactOptional(z.string()),
});
/** What stands there of every job. */
const progressFields = {
  id: z.string().min(1),
  projectId: z.string().min(1),
  title: z.string(),
  state: z.enum(jobStates),
  stage: z.exactOptional(
    z.enum(['loading', 'transcribing', 'aligning', 'uploading', 'waiting', 'typing']),
  ),
  fraction: z.number().min(0).max(1),
  beginsAnew: z.exactOptional(z.boolean()),
  goesOn: z.exactOptional(z.boolean()),
  queuedAtMs: timeMs,
  startedAtMs: z.exactOptional(timeMs),
  endedAtMs: z.exactOptional(timeMs),
  sentenceCount: z.int().nonnegative(),
  notices: z.array(
    z.object({
      kind: z.enum(noticeKinds),
      beginMs: timeMs,
      endMs: timeMs,
      count: z.exactOptional(z.int().nonnegative()),
      heardTrack: z.exactOptional(z.int().nonnegative()),
      tracks: z.exactOptional(z.array(audioTrackSchema)),
    }),
  ),
  taskId: z.exactOptional(z.string()),
  taskAtMs: z.exactOptional(timeMs),
  remark: z.exactOptional(errorSchema),
  error: z.exactOptional(errorSchema),
};
const jobSchema = z.discriminatedUnion('kind', [
  z.object({ ...jobKindFields.transcribe, ...progressFields }),
  z.object({ ...jobKindFields.align, ...progressFields }),
]) satisfies z.ZodType<JobSummary>;
const states = z.record(z.string(), jsonValue).default({});
const fileSchema = z.object({
  version: z.literal(2),
  jobs: z.array(z.unknown()),
  kept: states,
  resumptions: states,
});
const firstFileSchema = z.object({
  version: z.literal(1),
  jobs: z.array(z.looseObject({})),
  kept: states,
});

/** The jobs, and by their ids what they go on from in another run of the studio. */
export interface JobFile {
  readonly jobs: readonly JobSummary[];
  /** What engines kept. */
  readonly kept: Readonly<Record<string, JsonValue>>;
  /** What the jobs themselves kept. */
  readonly resumptions: Readonly<Record<string, JsonValue>>;
}

const nothing: JobFile = { jobs: [], kept: {}, resumptions: {} };

/**
 * The jobs of the last run. A file that cannot be understood is set aside and said in the log: jobs
 * are a list of what was done, the text itself is in the projects. Where it is one job, as of a newer
 * studio, the others stay, with the tasks that were paid for.
 */
export async function readJobFile(path: string, log: (line: string) => void): Promise<JobFile> {
  let text: string;
  try {
    text = await readRegularText(path);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code !== 'ENOENT') log(`jobs: ${path} cannot be read: ${describeThrown(thrown)}`);
    return nothing;
  }
  try {
    const { jobs: all, kept, resumptions } = fileSchema.parse(migrate(JSON.parse(text)));
    const read = all.map((job) => jobSchema.safeParse(job));
    const jobs = read.flatMap(({ data }) => (data === undefined ? [] : [data]));
    const file = { jobs, kept, resumptions };
    const broken = read.find(({ success }) => !success)?.error;
    if (broken === undefined) return file;
    const aside = await setAside(path);
    log(`jobs: of ${path} not all can be understood, kept as ${aside}: ${describeThrown(broken)}`);
    await writeJobFile(path, file).catch((thrown: unknown) =>
      log(`jobs: ${describeThrown(thrown)}`),
    );
    return file;
  } catch (thrown) {
    const kept = await setAside(path).catch(() => path);
    log(`jobs: ${path} cannot be understood, kept as ${kept}: ${describeThrown(thrown)}`);
    return nothing;
  }
}

/** Keeps the jobs for the next run. @throws StudioError `output/unwritable` */
export async function writeJobFile(path: string, file: JobFile): Promise<void> {
  const text = `${JSON.stringify({ version: 2, ...file })}\n`;
  await writeText(path, text, 'output/unwritable');
}

/** A file of any version as one of the newest. Before there were kinds of job, all transcribed. */
function migrate(file: unknown): unknown {
  const { data } = firstFileSchema.safeParse(file);
  if (data === undefined) return file;
  const jobs = data.jobs.map((job) => ({ ...job, kind: 'transcribe' }));
  return { version: 2, jobs, kept: data.kept };
}
