import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { EventName, MethodInput, StudioEvents } from '@contract/api';
import { applyEdit } from '@core/edits/apply-edit';
import type { Edit } from '@core/edits/edit';
import { diffRecords } from '@core/edits/make-diff';
import type { ProjectDiff } from '@core/edits/project-diff';
import { StudioError, toStudioError } from '@core/errors/studio-error';
import type { Sentence } from '@core/transcript/sentence';
import type { MediaInfo } from '../../electron/services/media/probe-media';
import {
  createProjects,
  type ProjectsOptions,
} from '../../electron/services/projects/project-store';
import type { Projects } from '../../electron/services/projects/projects';
import { makeSentence } from '../unit/core/transcript/make-sentence';

export interface StudioEvent<Name extends EventName = EventName> {
  readonly name: Name;
  readonly payload: StudioEvents[Name];
}

/** A store on a real folder, and what it said. */
export interface OpenStore {
  readonly projects: Projects;
  readonly events: StudioEvent[];
  readonly log: string[];
}

/** Folders of its own for each test, and as many stores on them as it wants. */
export interface ProjectsFolder {
  /** Where the projects of {@link ProjectsFolder.open} lie. */
  readonly path: () => string;
  /** A folder beside them, for recordings and copies. */
  readonly inFolder: (name: string) => string;
  readonly placeMedia: (name: string, content?: string) => string;
  readonly open: (options?: Partial<ProjectsOptions>) => OpenStore;
  /**
   * A store on a copy of the disk as it is now: what there would be after the power went off. The
   * first store goes on as it likes.
   */
  readonly openAfterCrash: (options?: Partial<ProjectsOptions>) => OpenStore;
  /** Makes a project of a new recording, with the sentences {@link one} and {@link two}. */
  readonly begin: (projects: Projects, name?: string) => Promise<string>;
}

/** The first sentence of a project that was begun. */
export const one = makeSentence('One two three.', 1000, 4000, { id: 'a' });
/** The second one. */
export const two = makeSentence('Four five.', 5000, 7000, { id: 'b' });

/** A diff that adds sentences. */
export function adding(...sentences: Sentence[]): ProjectDiff {
  return diffRecords('sentences', { added: sentences });
}

const second = 1000;

/** Beside the folder, as it is on a computer: what was opened there is no part of the projects. */
export function formatRecordingsPath(folder: string): string {
  return `${folder}.opened.json`;
}

const filmStream: MediaInfo['streams'][number] = {
  index: 1,
  kind: 'video',
  codec: 'prores',
  startOffsetMs: 0,
  frameRate: { numerator: 24, denominator: 1 },
};

/** Describes any file as a recording: `.txt` has no sound, `.mov` a picture of 24 frames a second, the content's length is its own. */
async function probeMadeUp(path: string): Promise<MediaInfo> {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined) throw new StudioError('media/not-found', 'not there', { data: { path } });
  const hasSound = extname(path) !== '.txt';
  return Promise.resolve({
    path,
    sizeBytes: file.size,
    container: { name: 'wav', longName: 'WAV' },
    durationMs: file.size * second,
    startOffsetMs: 0,
    timeline: 'untimed',
    streams: [
      ...(hasSound ? [{ index: 0, kind: 'audio' as const, codec: 'pcm', startOffsetMs: 0 }] : []),
      ...(extname(path) === '.mov' ? [filmStream] : []),
    ],
    audioStreamIndex: hasSound ? 0 : undefined,
  });
}

/** Makes new folders before each test of the file, ends its stores and removes them afterwards. */
export function useProjectsFolder(): ProjectsFolder {
  let root = '';
  let ids = 0;
  let timeMs = 1_700_000_000_000;
  let stores: Projects[] = [];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zimu-projects-'));
    ids = 0;
  });
  afterEach(async () => {
    await Promise.all(stores.map((projects) => projects.dispose()));
    stores = [];
    rmSync(root, { recursive: true, force: true });
  });
  const inFolder = (name: string): string => join(root, name);
  const open = (options: Partial<ProjectsOptions> = {}): OpenStore => {
    const events: StudioEvent[] = [];
    const log: string[] = [];
    const { folder = inFolder('projects') } = options;
    const projects = createProjects({
      folder,
      recordingsPath: formatRecordingsPath(folder),
      publish: (name, payload) => events.push({ name, payload }),
      probe: probeMadeUp,
      now: () => (timeMs += second),
      newId: () => {
        ids += 1;
        return `project-${ids}`;
      },
      log: (line) => log.push(line),
      ...options,
      // By itself nothing but the journal is written, unless a test says so.
      limits: { snapshotIdleMs: 600_000, snapshotLatestMs: 600_000, ...options.limits },
    });
    stores.push(projects);
    return { projects, events, log };
  };
  const placeMedia = (name: string, content = 'sound'): string => {
    writeFileSync(inFolder(name), content);
    return inFolder(name);
  };
  return {
    path: () => inFolder('projects'),
    inFolder,
    placeMedia,
    begin: async (projects, name = 'talk.wav') => {
      const media = placeMedia(name, `sound of ${name}`);
      const { id } = await projects.openFile(media, new AbortController().signal);
      await editProject(projects, id, { kind: 'addSentences', sentences: [one, two] });
      return id;
    },
    open,
    openAfterCrash: (options) => {
      const copy = inFolder(`crashed-${stores.length}`);
      cpSync(inFolder('projects'), copy, { recursive: true });
      const record = formatRecordingsPath(inFolder('projects'));
      // There is none before the first recording.
      if (existsSync(record)) cpSync(record, formatRecordingsPath(copy));
      return open({ folder: copy, ...options });
    },
  };
}

let sentenceIds = 0;

/** Resolves an edit on the document as it is and sends its diff, as a window does. */
export async function editProject(
  projects: Projects,
  projectId: string,
  edit: Edit,
  options: Partial<Pick<MethodInput<'projects.edit'>, 'origin' | 'group'>> = {},
): Promise<number> {
  const { diff, label } = applyEdit(await projects.read(projectId), edit, () => {
    sentenceIds += 1;
    return `new-${sentenceIds}`;
  });
  const receipt = await projects.edit({ projectId, origin: 'window', label, diff, ...options });
  return receipt.revision;
}

/** Changes the text of a sentence, of {@link one} by default; gives the revision. */
export function write(
  projects: Projects,
  projectId: string,
  text: string,
  sentenceId = 'a',
): Promise<number> {
  return editProject(projects, projectId, { kind: 'setText', sentenceId, text });
}

/** The texts of a project as it is now. */
export async function readTexts(projects: Projects, projectId: string): Promise<string[]> {
  return (await projects.read(projectId)).sentences.map(({ text }) => text);
}

/** The code of the error a promise ends with; `done` where it does not. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (thrown: unknown) => toStudioError(thrown).code,
  );
}
