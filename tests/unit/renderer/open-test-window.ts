import type { MethodInput, MethodName } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { findFileKind } from '@contract/file-kinds';
import { createEventHub } from '@contract/event-hub';
import { applyEdit } from '@core/edits/apply-edit';
import type { Edit } from '@core/edits/edit';
import { blankProject, type Project, type ProjectMedia } from '@core/project-file/project';
import type { Sentence } from '@core/transcript/sentence';
import { type Commands, createCommands } from '../../../renderer/src/commands/create-commands';
import { createPlayer } from '../../../renderer/src/playback/create-player';
import { createStudio } from '../../../renderer/src/state/create-studio';
import type { StudioParts } from '../../../renderer/src/state/studio-parts';
import { ScriptedFrames } from './playback/scripted-media';
import { ServicesInMemory } from './services-in-memory';

export interface TestWindow {
  readonly studio: StudioParts;
  readonly commands: Commands;
  /** Calls of the window, in their order. */
  readonly calls: readonly { readonly name: MethodName; readonly input: unknown }[];
  /** Texts of the window's copy, in order. */
  readonly texts: () => readonly string[];
  /** Texts as the services have them. */
  readonly savedTexts: () => readonly string[];
  /** Drafts as the services have them. */
  readonly savedDrafts: () => Readonly<Record<string, string>>;
  /** An edit of another window, or of a job. */
  readonly editElsewhere: (edit: Edit) => void;
  /** Everything that is on its way has arrived. */
  readonly settle: () => Promise<void>;
}

export interface TestWindowOptions {
  /** Of the project; a recording of a minute where nothing is said. */
  readonly media?: ProjectMedia;
  /** What the services say to other calls than those about the document. */
  readonly answers?: Partial<Record<MethodName, (input: unknown) => unknown>>;
}

const projectId = 'p';

/** A window without a page: its real stores and commands, over services in memory. */
export async function openTestWindow(
  sentences: readonly Sentence[],
  options: TestWindowOptions = {},
): Promise<TestWindow> {
  const hub = createEventHub();
  const media: ProjectMedia = options.media ?? {
    path: '/a.wav',
    name: 'a.wav',
    sizeBytes: 1,
    durationMs: 60_000,
    hasVideo: false,
  };
  const project: Project = {
    ...blankProject,
    ...{ id: projectId, title: 'talk', language: 'en', engine: 'local' },
    ...{ media, sentences },
  };
  const services = new ServicesInMemory(project, (name, payload) => hub.publish(name, payload));
  const calls: { name: MethodName; input: unknown }[] = [];
  const answers: Partial<Record<MethodName, (input: unknown) => unknown>> = {
    'projects.open': () => services.open(),
    'projects.edit': (input) => {
      const edit = input as MethodInput<'projects.edit'>;
      return services.edit(edit, edit.origin);
    },
    'projects.undo': () => services.undo(),
    'projects.redo': () => services.redo(),
    'projects.keepDraft': (input) => {
      const { sentenceId, text } = input as MethodInput<'projects.keepDraft'>;
      services.keepDraft(sentenceId, text);
      return {};
    },
    'jobs.list': () => ({ jobs: [] }),
    ...options.answers,
  };
  const client: StudioClient = {
    call: (async (name: MethodName, input: unknown) => {
      calls.push({ name, input });
      await Promise.resolve();
      return answers[name]?.(input) ?? {};
    }) as StudioClient['call'],
    on: (name, listener) =>
      hub.subscribe((published, payload) => {
        if ((published as string) === name) (listener as (given: unknown) => void)(payload);
      }),
  };
  let idCount = 0;
  const studio = createStudio({
    connection: {
      client,
      grantFiles: (files) =>
        Promise.resolve(
          files.map(({ name }) => ({ id: name, name, sizeBytes: 1, kind: findFileKind(name) })),
        ),
      onLost: () => () => undefined,
      onReconnected: () => () => undefined,
    },
    player: createPlayer(new ScriptedFrames()),
    host: {
      ...{ version: '1', kind: 'browser', platform: 'linux', systemLanguage: 'en' },
      hasNativeDialogs: false,
      engines: [],
    },
    settings: {},
    newId: () => `new-${(idCount += 1)}`,
  });
  await studio.document.getState().open(projectId);
  const textsOf = (list: readonly Sentence[] = []): readonly string[] =>
    list.map(({ text }) => text);
  return {
    studio,
    commands: createCommands(studio),
    calls,
    texts: () => textsOf(studio.document.getState().project?.sentences),
    savedTexts: () => textsOf(services.project.sentences),
    savedDrafts: () => services.drafts,
    editElsewhere: (edit) => {
      const newId = (): string => `else-${calls.length}`;
      services.edit(applyEdit(services.project, edit, newId));
    },
    settle: () => studio.document.getState().whenSent(),
  };
}
