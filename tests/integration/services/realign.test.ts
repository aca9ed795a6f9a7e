import { diffRecords } from '@core/edits/make-diff';
import { describe, expect, it } from 'vitest';
import { briefSpeech } from '../../helpers/use-cli-folder';
import { useWorkspace } from '../../helpers/use-workspace';

const { start } = useWorkspace();

describe('re-aligning with the real model', () => {
  it('finds the words of an edited sentence where they are said, as one undoable edit', async () => {
    const { workspace, until } = await start();
    const { projects, jobs, grants } = workspace;
    const { id: fileId } = await grants.grant(briefSpeech);
    const { signal } = new AbortController();
    const { id: projectId } = await projects.openFile(grants.getPath(fileId), signal);
    const untilDone = (id: string) =>
      until('job.changed', (job) => job.id === id && job.state === 'done');
    const heard = await jobs.start({ projectId, engine: 'local', language: 'en' });
    await untilDone(heard.id);
    const [first] = (await projects.read(projectId)).sentences;
    const words = first!.words.map((word) => ({
      ...word,
      beginMs: first!.beginMs,
      endMs: first!.beginMs,
      timing: 'estimated' as const,
    }));
    const updated = [{ before: first!, after: { ...first!, words } }];
    const diff = diffRecords('sentences', { updated });
    await projects.edit({ projectId, origin: 'w', label: 'setText', diff });
    const order = { kind: 'align', projectId, sentenceIds: [first!.id] } as const;
    const job = await jobs.start(order);
    await untilDone(job.id);
    const again = (await projects.read(projectId)).sentences[0]!;
    expect(again.text).toBe(first!.text);
    for (const [index, word] of again.words.entries()) {
      expect(word.timing).toBe('measured');
      expect(Math.abs(word.beginMs - first!.words[index]!.beginMs)).toBeLessThan(200);
    }
    await projects.undo(projectId);
    expect((await projects.read(projectId)).sentences[0]?.words).toEqual(words);
  });
});
