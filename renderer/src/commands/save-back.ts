import type { CommandContext } from './command';

/**
 * Saves the text back to the file that it came from: at once where nothing is lost and nobody else
 * changed it, else after a person was shown what would happen.
 */
export async function saveBack(
  { connection, document, notices, session }: CommandContext,
  projectId: string,
): Promise<void> {
  // What was typed a moment ago is to be in it.
  await document.getState().whenSent();
  const { client } = connection;
  const { file } = await client.call('projects.describeSource', { projectId });
  if (file === undefined) {
    notices.getState().tellProblem({ code: 'text/no-source', data: {} });
  } else if (file.isChanged || file.isMissing || file.losses.length > 0) {
    session.getState().set({ dialog: 'saveBack' });
  } else {
    const { savedAs } = await client.call('projects.saveBack', { projectId });
    notices.getState().tell('saveBack.done', { path: savedAs });
  }
}
