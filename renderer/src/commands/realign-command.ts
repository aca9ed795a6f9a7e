import { isCancelled, toStudioError } from '@core/errors/studio-error';
import type { CommandContext, SomeCommands } from './command';
import { listEditable, listShown } from './selection';

/** Has the words of the selected sentences, or of all that are shown, found in the sound anew. */
export function createRealignCommand(context: CommandContext) {
  const { connection, document, notices } = context;
  return {
    'edit.realign': () => {
      const { project } = document.getState();
      if (project === undefined) return;
      const selected = listEditable(context);
      const shown = listShown(context);
      const sentences = selected.length > 0 ? selected : shown;
      // All of them may change until the job begins; then it takes those there are.
      const isAll = sentences.length === project.sentences.length;
      const chosen = isAll ? {} : { sentenceIds: sentences.map(({ id }) => id) };
      connection.client
        .call('jobs.start', { kind: 'align', projectId: project.id, ...chosen })
        .catch((thrown: unknown) => {
          if (isCancelled(thrown)) return;
          notices.getState().tellProblem(toStudioError(thrown), project.title);
        });
    },
  } satisfies SomeCommands;
}
