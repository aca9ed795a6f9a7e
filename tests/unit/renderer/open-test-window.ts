import type { MethodInput, MethodName } from '@contract/api';
import type { StudioClient } from '@contract/client';
import { findFileKind } from '@contract/file-kinds';
import { createEventHub } from '@contract/event-hub';
import { applyEdit } from '@core/edits/apply-edit';
import type { Edit } from '@core/edits/edit';
import { StudioError } from '@core/errors/studio-error';
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
  /** The sentences as the services have them. */
  readonly savedSentences: () => readonly Sentence[];
  /** Their texts. */
  readonly savedTexts: () => readonly string[];
  /** Drafts as the services have them, the newest of each sentence. */
  readonly savedDrafts: () => Readonly<Record<string, string>>;
  /** All of them, the newest last. */
  readonly savedDraftTexts: () => readonly string[];
  /** Whether the window reaches the services, and hears of what happens there. */
  readonly setReached: (isReached: boolean) => void;
  /** Another window on the same services, such as a second tab, or this one loaded anew. */
  readonly openBeside: () => Promise<TestWindow>;
  /** What the services in memory say to a call, for {@link TestWindowOptions.answers} to go on with. */
  readonly answer: (name: MethodName, input: unknown) => unknown;
  /** An edit of another window, or of a job. */
  readonly editElsewhere: (edit: Edit) => void;
  /** Everything that is on its way has arrived. */
  readonly settle: () => Promise<void>;
}

export interface TestWindowOptions {
  /** Of the project; a recording of a minute where nothing is said. */
  readonly media?: ProjectMedia;
  /** Whether what is wrong is looked for by itself; false where absent. */
  readonly isChecked?: boolean;
  /** Whether files are asked for by the services, and not by the page; false where absent. */
  readonly hasNativeDialogs?: boolean;
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
  const own: Partial<Record<MethodName, (input: unknown) => unknown>> = {
    'projects.open': () => services.open(),
    'projects.edit': (input) => {
      const edit = input as MethodInput<'projects.edit'>;
      return services.edit(edit, edit.origin);
    },
    'projects.undo': () => services.undo(),
    'projects.redo': () => services.redo(),
    'projects.keepDraft': (input) => {
      services.keepDraft(input as MethodInput<'projects.keepDraft'>);
      return {};
    },
    'jobs.list': () => ({ jobs: [] }),
    'rules.profiles': () => [],
  };
  const answers = { ...own, ...options.answers };
  const textsOf = (list: readonly Sentence[] = []): readonly string[] =>
    list.map(({ text }) => text);
  let windowCount = 0;

  const openWindow = async (name: string): Promise<TestWindow> => {
    const calls: { name: MethodName; input: unknown }[] = [];
    let isReached = true;
    const client: StudioClient = {
      call: (async (called: MethodName, input: unknown) => {
        calls.push({ name: called, input });
        await Promise.resolve();
        if (!isReached) throw new StudioError('host/unreachable', 'out of reach');
        return answers[called]?.(input) ?? {};
      }) as StudioClient['call'],
      on: (wanted, listener) =>
        hub.subscribe((published, payload) => {
          const isHeard = isReached && (published as string) === wanted;
          if (isHeard) (listener as (given: unknown) => void)(payload);
        }),
    };
    let idCount = 0;
    const studio = createStudio({
      connection: {
        client,
        grantFiles: (files) =>
          Promise.resolve(
            files.map((file) => ({
              ...{ id: file.name, name: file.name, sizeBytes: 1, kind: findFileKind(file.name) },
            })),
          ),
        onLost: () => () => undefined,
        onReconnected: () => () => undefined,
      },
      player: createPlayer(new ScriptedFrames()),
      host: {
        ...{ version: '1', kind: 'browser', platform: 'linux', systemLanguage: 'en' },
        hasNativeDialogs: options.hasNativeDialogs ?? false,
        engines: [],
      },
      settings: {},
      newId: () => `${name}-${(idCount += 1)}`,
      afterPaint: (run) => {
        if (options.isChecked === true) setTimeout(run);
      },
    });
    await studio.document.getState().open(projectId);
    return {
      studio,
      commands: createCommands(studio),
      calls,
      texts: () => textsOf(studio.document.getState().project?.sentences),
      savedSentences: () => services.project.sentences,
      savedTexts: () => textsOf(services.project.sentences),
      savedDrafts: () =>
        Object.fromEntries(services.drafts.map(({ sentenceId, text }) => [sentenceId, text])),
      savedDraftTexts: () => services.drafts.map(({ text }) => text),
      openBeside: () => openWindow(`beside${(windowCount += 1)}`),
      setReached: (reached) => (isReached = reached),
      answer: (called, input) => own[called]?.(input) ?? {},
      editElsewhere: (edit) => {
        const newId = (): string => `else-${calls.length}`;
        services.edit(applyEdit(services.project, edit, newId));
      },
      settle: () => studio.document.getState().whenSent(),
    };
  };
  return openWindow('new');
}
