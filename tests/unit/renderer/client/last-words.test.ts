import { describe, expect, it } from 'vitest';
import { createHttpTransport } from '../../../../renderer/src/client/http-transport';

/** Which calls of a page the browser is told to send even when the page is gone. */
async function listOutliving(...calls: readonly (readonly [string, unknown])[]): Promise<string[]> {
  const outliving: string[] = [];
  const transport = createHttpTransport({
    fetch: (path, init) => {
      if (path === '/events') return Promise.reject(new Error('no events here'));
      const { name } = JSON.parse(init?.body as string) as { readonly name: string };
      if (init?.keepalive === true) outliving.push(name);
      return Promise.resolve(Response.json({ ok: true, value: {} }));
    },
  });
  for (const [name, input] of calls) await transport.invoke(name, input);
  transport.close();
  return outliving;
}

describe('the last words of a page', () => {
  it('are the draft and the place; everything else may wait', async () => {
    const sent = await listOutliving(
      ['projects.open', { projectId: 'p' }],
      ['projects.keepDraft', { projectId: 'p', sentenceId: 's', text: 'typed' }],
      ['projects.edit', {}],
      ['projects.keepView', {}],
    );
    expect(sent).toEqual(['projects.keepDraft', 'projects.keepView']);
  });

  it('are no longer than browsers take', async () => {
    const text = '字'.repeat(20_000);
    expect(await listOutliving(['projects.keepDraft', { text }])).toEqual([]);
  });
});
