import { isCancelled, toStudioError } from '@core/errors/studio-error';
import { download } from '../lib/download';
import { always, type Command, type CommandContext } from './command';
import { hasProject } from './selection';

/** Commands of the menu “File”. */
export function createFileCommands(context: CommandContext) {
  const { connection, document, host, notices, opening, session } = context;
  const isOpen = (): boolean => hasProject(context);
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
    'file.open': { isEnabled: always, run: () => void opening.getState().choose() },
    'file.openAddress': {
      isEnabled: always,
      run: () => session.getState().set({ dialog: 'address' }),
    },
    'file.transcribe': {
      isEnabled: isOpen,
      run: () => {
        opening.getState().forgetToTranscribe();
        session.getState().set({ dialog: 'transcribe' });
      },
    },
    'file.export': {
      isEnabled: () => (document.getState().project?.sentences.length ?? 0) > 0,
      run: () => session.getState().set({ dialog: 'export' }),
    },
    'file.saveCopy': { isEnabled: isOpen, run: withProject(saveCopy) },
    'file.reveal': {
      isEnabled: () => host.hasNativeDialogs && isOpen(),
      run: withProject((projectId) => connection.client.call('files.reveal', { projectId })),
    },
    'file.close': { isEnabled: isOpen, run: () => opening.getState().closeProject() },
    'file.settings': {
      isEnabled: always,
      run: () => session.getState().set({ dialog: 'settings', settingsSection: 'general' }),
    },
  } satisfies Record<string, Command>;
}
