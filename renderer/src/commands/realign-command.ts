import { isCancelled, toStudioError } from '@core/errors/studio-error';
import type { Command, CommandContext } from './command';
import { hasProject, listSelected } from './selection';

/** Has the words of the selected sentences, or of all, found in the sound anew. */
export function createRealignCommand(context: CommandContext) {
  const { connection, document, notices } = context;
  return {
    'edit.realign': {
      isEnabled: () =>
        hasProject(context) && (document.getState().project?.sentences.length ?? 0) > 0,
      run: () => {
        const { project } = document.getState();
        if (project === undefined) return;
        const sentenceIds = listSelected(context).map(({ id }) => id);
        const chosen = sentenceIds.length === 0 ? {} : { sentenceIds };
        connection.client
          .call('jobs.start', { kind: 'align', projectId: project.id, ...chosen })
          .catch((thrown: unknown) => {
            if (isCancelled(thrown)) return;
            notices.getState().tellProblem(toStudioError(thrown), project.title);
          });
      },
    },
  } satisfies Record<string, Command>;
}
