import { isCancelled, toStudioError } from '@core/errors/studio-error';
import { download } from '../lib/download';
import type { CommandContext, SomeCommands } from './command';
import { saveBack } from './save-back';
import { hasRecording } from './selection';

/** Commands of the menu “File”. */
export function createFileCommands(context: CommandContext) {
  const { connection, document, notices, opening, session } = context;
  const tellFailure = (thrown: unknown): void => {
    if (!isCancelled(thrown)) notices.getState().tellProblem(toStudioError(thrown));
  };

  const saveCopy = async (projectId: string): Promise<void> => {
    // What was typed a moment ago is to be in it.
    await document.getState().whenSent();
    const { savedAs, downloadUrl } = await connection.client.call('projects.saveCopy', {
      projectId,
    });
    if (downloadUrl !== undefined) {
      download('', downloadUrl);
      const { title = '' } = document.getState().project ?? {};
      notices.getState().tell('app.notice.downloaded', { name: `${title}.zimu` });
    } else if (savedAs !== undefined) {
      notices.getState().tell('app.notice.saved', { path: savedAs });
    }
  };

  const withProject = (act: (projectId: string) => Promise<unknown>) => (): void => {
    const projectId = document.getState().project?.id;
    if (projectId !== undefined) act(projectId).catch(tellFailure);
  };

  return {
    'file.open': () => void opening.getState().choose(),
    'file.openAddress': () => session.getState().set({ dialog: 'address' }),
    'file.import': () => void opening.getState().chooseImport(),
    'file.imports': () => session.getState().set({ dialog: 'imports' }),
    'file.transcribe': () => {
      if (!hasRecording(context)) {
        notices.getState().tellProblem({ code: 'media/none', data: {} });
        return;
      }
      opening.getState().forgetToTranscribe();
      session.getState().set({ dialog: 'transcribe' });
    },
    'file.export': () => session.getState().set({ dialog: 'export' }),
    'file.saveBack': withProject((projectId) => saveBack(context, projectId)),
    'file.saveBackAs': () => session.getState().set({ dialog: 'saveBack' }),
    'file.saveCopy': withProject(saveCopy),
    'file.recording': () => session.getState().set({ dialog: 'recording' }),
    'file.reveal': withProject((projectId) =>
      connection.client.call('files.reveal', { projectId }),
    ),
    'file.close': () => opening.getState().closeProject(),
    'file.settings': () =>
      session.getState().set({ dialog: 'settings', settingsSection: 'general' }),
  } satisfies SomeCommands;
}
