import { hasMedia } from '@core/project-file/project';
import { type FileBringer, tellFailure } from './bring-files';
import type { DocumentStore } from './document-state';
import type { Source } from './file-sources';
import type { MediaStore } from './media-store';
import type { NoticesStore } from './notices-store';

type Choice = 'use' | 'open' | 'nothing';

/** Whether a recording belongs to the open project, or becomes a project of its own. */
export interface RecordingQuestion {
  readonly name: string;
  readonly answer: (choice: Choice) => void;
}

export interface RecordingGiverOptions {
  readonly document: DocumentStore;
  readonly media: MediaStore;
  readonly notices: NoticesStore;
  readonly files: FileBringer;
  /** Hears what is asked; undefined once it is answered. */
  readonly onQuestion: (question: RecordingQuestion | undefined) => void;
}

/**
 * Where a recording is opened while the open project has none yet, the person is asked whether it
 * belongs to it.
 * @returns a function that asks; it resolves to whether the recording is still to be opened
 */
export function createRecordingGiver({
  document,
  media,
  notices,
  files,
  onQuestion,
}: RecordingGiverOptions): (source: Source) => Promise<boolean> {
  let last: RecordingQuestion | undefined;

  const ask = (name: string): Promise<Choice> => {
    // Who opens another one meanwhile has thought better of this one.
    last?.answer('nothing');
    return new Promise((fulfil) => {
      const question: RecordingQuestion = {
        name,
        answer: (choice) => {
          if (last === question) onQuestion(undefined);
          fulfil(choice);
        },
      };
      last = question;
      onQuestion(question);
    });
  };

  const give = (source: Source, projectId: string): Promise<void> =>
    files.run(async ({ signal, bring }) => {
      const fileId = await bring(source, 1);
      const isOpen = document.getState().project?.id === projectId;
      if (fileId === undefined || signal.aborted || !isOpen) return;
      try {
        await media.getState().relocate(fileId);
      } catch (thrown) {
        tellFailure(notices, thrown, source.name);
      }
    });

  return async (source) => {
    const { project } = document.getState();
    if (source.kind !== 'media' || project === undefined || hasMedia(project.media)) return true;
    const choice = await ask(source.name);
    if (choice === 'use') await give(source, project.id);
    return choice === 'open';
  };
}
