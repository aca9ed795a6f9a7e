import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decode, encode } from '../codec';
import { filePlaceholders, type FromPage, type ToPage } from '../messages';
import { hostEnding, toHttp } from './addresses';
import { answerRequests } from './answer-requests';
import { createPage } from './chromium';
import type { DevtoolsSession } from './devtools-connection';
import { receiveInvoke } from './ipc-main';
import { grantPermissions } from './permissions';
import { listFetchableSchemes } from './protocol';
import { nativeTheme } from './system';
import type { DoubleContents } from './web-contents';

/** A page of Chromium as the contents of a window. */
export interface PageLink {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  send(message: ToPage): void;
  close(): Promise<void>;
}

const world = 'electron-double-preload';
const names = {
  sendName: '__electronDoubleSend',
  receiveName: '__electronDoubleReceive',
  fileName: '__electronDoubleFile',
};

/** Opens a page with the program's preload in it; undefined without a browser. */
export async function openPage(contents: DoubleContents): Promise<PageLink | undefined> {
  const page = await createPage();
  if (page === undefined) return undefined;
  const cdp = page.session;
  const top = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
  let preloadContext: string | undefined;
  let shownUrl = '';

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { readonly frameId?: string };
    // Plain context numbers begin anew when the page's process changes.
    if (context.name === world && frameId === top) preloadContext = context.uniqueId;
  });
  cdp.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id === top) shownUrl = frame.url;
  });
  cdp.on('Page.windowOpen', ({ url }) => {
    contents.askToOpen(url);
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === names.sendName) void receive(payload);
  });
  page.onCrash(() => contents.pageCrashed());
  page.onClose(() => contents.pageClosed());

  const send = (message: ToPage): void => {
    if (preloadContext === undefined) return;
    cdp
      .send('Runtime.callFunctionOn', {
        uniqueContextId: preloadContext,
        functionDeclaration: `function (text) { window.${names.receiveName}(text); }`,
        arguments: [{ value: JSON.stringify(message) }],
      })
      // The page went away meanwhile, and with it who would have heard.
      .catch(() => undefined);
  };
  const receive = async (payload: string): Promise<void> => {
    const message = JSON.parse(await fillPaths(cdp, preloadContext, payload)) as FromPage;
    const input = decode(message.input) as unknown[];
    const frame = contents.describeFrame(shownUrl);
    const outcome = await receiveInvoke(contents, frame, message.channel, input);
    send({
      op: 'reply',
      id: message.id,
      ...('error' in outcome ? outcome : { value: encode(outcome.value) }),
    });
  };

  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: names.sendName, executionContextName: world });
  await addScripts(cdp, contents.options.webPreferences?.preload);
  await answerRequests(cdp, { top, contents });
  await showTheme(cdp);
  nativeTheme.on('updated', () => void showTheme(cdp).catch(() => undefined));
  return {
    goto: async (url) => {
      await grantPermissions(cdp, toHttp(url));
      await page.goto(toHttp(url));
    },
    reload: async () => {
      await cdp.send('Page.reload');
    },
    send,
    close: () => page.close(),
  };
}

/** The receiving half goes first, or what the preload exposes would reach nobody. */
async function addScripts(cdp: DevtoolsSession, preload: string | undefined): Promise<void> {
  const secret = randomBytes(16).toString('hex');
  const fetchable = Object.fromEntries(
    listFetchableSchemes().map((scheme) => [scheme, hostEnding(scheme)]),
  );
  const pageHalf = readBuilt('page-half.js');
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(() => { ${pageHalf}; half.start(${JSON.stringify({ secret, fetchable })}); })();`,
  });
  const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
  const program = `function (require, module) { const exports = module.exports; let process, Buffer, global;\n${source}\n}`;
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `(() => { ${readBuilt('preload-half.js')}; half.start(${JSON.stringify({ secret, ...names })}, ${program}); })();`,
    worldName: world,
  });
}

function readBuilt(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** Puts real paths where the preload could only name its files. */
async function fillPaths(
  cdp: DevtoolsSession,
  uniqueContextId: string | undefined,
  payload: string,
): Promise<string> {
  let filled = payload;
  for (const [placeholder, id] of payload.matchAll(filePlaceholders)) {
    const { result } = await cdp.send('Runtime.evaluate', {
      expression: `window.${names.fileName}(${id})`,
      ...(uniqueContextId === undefined ? {} : { uniqueContextId }),
    });
    const { path } = await cdp.send('DOM.getFileInfo', { objectId: result.objectId! });
    // Twice: the text of the input is itself a text in the message.
    const escaped = JSON.stringify(JSON.stringify(path).slice(1, -1)).slice(1, -1);
    filled = filled.replace(placeholder, () => escaped);
  }
  return filled;
}

async function showTheme(cdp: DevtoolsSession): Promise<void> {
  const { themeSource } = nativeTheme;
  const value = themeSource === 'system' ? '' : themeSource;
  await cdp.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value }],
  });
}
