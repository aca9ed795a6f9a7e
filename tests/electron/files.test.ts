import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DoubleProcess } from '../electron-double/launch-double';
import { runDouble, startDouble } from '../electron-double/launch-double';
import {
  callStudio,
  createFolder,
  readRecords,
  sendFromPage,
  shareStudio,
  startStudio,
} from './use-double';

const speech = resolve(import.meta.dirname, '../fixtures/audio/short-english.flac');

/** A recording of the test's own. */
function copySpeech(name = 'talk.flac'): string {
  const path = join(createFolder(), name);
  copyFileSync(speech, path);
  return path;
}

/** Answers the open dialog; gives what it was asked with. */
function answerOpenDialog(double: DoubleProcess, paths: readonly string[]): Promise<void> {
  return double.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = ((_window: unknown, options: unknown) => {
      Object.assign(globalThis, { asked: options });
      return Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
    }) as typeof dialog.showOpenDialog;
  }, paths);
}

const readAsked = (double: DoubleProcess): Promise<unknown> =>
  double.evaluate(() => (globalThis as { asked?: unknown }).asked);

/** Projects that the page was told to open. */
async function readRequested(double: DoubleProcess): Promise<unknown[]> {
  const sent = (await readRecords(double, 'webContents.send')) as { input: unknown[] }[];
  return sent
    .filter(({ input }) => input[0] === 'project.openRequested')
    .map(({ input }) => input[1]);
}

async function listTitles(double: DoubleProcess): Promise<string[]> {
  return (await callStudio(double, 'projects.list', {})).map(({ mediaName }) => mediaName);
}

/** For tests that leave its projects and settings alone. */
const shared = shareStudio(startDouble);

describe('the open dialog', () => {
  it('offers recordings, subtitles, projects and all files, several at once, and grants what is chosen', async () => {
    const double = shared();
    const path = copySpeech();
    await answerOpenDialog(double, [path]);
    const granted = await callStudio(double, 'files.choose', { purpose: 'both' });
    expect(granted).toMatchObject([{ name: 'talk.flac', kind: 'media' }]);
    expect(JSON.stringify(granted)).not.toContain(path);
    expect(await readAsked(double)).toMatchObject({
      properties: ['openFile', 'multiSelections'],
      filters: [
        {
          name: 'Recordings, subtitles and projects',
          extensions: expect.arrayContaining(['flac', 'srt', 'zimu']) as unknown,
        },
        { name: 'Recordings', extensions: expect.arrayContaining(['mp4', 'wma']) as unknown },
        { name: 'Subtitles', extensions: expect.arrayContaining(['srt', 'vtt']) as unknown },
        { name: 'Zimu projects', extensions: ['zimu'] },
        { name: 'All files', extensions: ['*'] },
      ],
    });
  });

  it('speaks the language of the settings, and gives nothing when it is closed', async () => {
    const home = createFolder();
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ locale: 'zh-CN' }));
    const { double } = await startStudio({ env: { ZIMU_HOME: home } });
    await answerOpenDialog(double, []);
    expect(await callStudio(double, 'files.choose', { purpose: 'project' })).toEqual([]);
    expect(await readAsked(double)).toEqual({
      properties: ['openFile'],
      filters: [{ name: 'Zimu 项目', extensions: ['zimu'] }],
    });
  });
});

describe('the dialog for a program', () => {
  const writeProgram = (lines: string): string => {
    const path = join(createFolder(), 'ffmpeg');
    writeFileSync(path, `#!/bin/sh\ntouch "$0.ran"\n${lines}\n`, { mode: 0o755 });
    return path;
  };

  it('keeps what is chosen where it answers as it should', async () => {
    const { double, home } = await startStudio();
    const path = writeProgram('echo "ffmpeg version 7.1-test Copyright"');
    await answerOpenDialog(double, [path]);
    const settings = await callStudio(double, 'settings.chooseTool', { tool: 'ffmpeg' });
    expect(settings).toEqual({ ffmpegPath: path });
    expect(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))).toEqual(settings);
    expect(await readAsked(double)).toMatchObject({
      title: 'Choose the program ffmpeg',
      properties: ['openFile'],
    });
    const findings = await callStudio(double, 'settings.diagnose', {});
    expect(JSON.stringify(findings)).toContain('7.1-test');
  });

  it('refuses what is no such program, and the old one stays', async () => {
    const home = createFolder();
    const old = writeProgram('echo "ffmpeg version 6 Copyright"');
    writeFileSync(join(home, 'settings.json'), JSON.stringify({ ffmpegPath: old }));
    const { double } = await startStudio({ env: { ZIMU_HOME: home } });
    const bad = writeProgram('echo hello');
    await answerOpenDialog(double, [bad]);
    await expect(
      callStudio(double, 'settings.chooseTool', { tool: 'ffmpeg' }),
    ).rejects.toMatchObject({ code: 'tool/refused', data: { tool: 'ffmpeg', path: bad } });
    await answerOpenDialog(double, []);
    const settings = await callStudio(double, 'settings.chooseTool', { tool: 'ffmpeg' });
    expect(settings).toEqual({ ffmpegPath: old });
  });

  it("is the only way: a program that a page's call names is refused, and never run", async () => {
    const double = shared();
    const attack = writeProgram('echo "ffmpeg version 7 Copyright"');
    const input = { changes: { ffmpegPath: attack } };
    expect(await sendFromPage(double, 'studio:invoke', 'settings.update', input)).toMatchObject({
      ok: false,
      error: { code: 'usage/invalid' },
    });
    await callStudio(double, 'settings.diagnose', {});
    expect(existsSync(`${attack}.ran`)).toBe(false);
    expect(await callStudio(double, 'settings.read', {})).toEqual({});
  });
});

describe('the save dialog', () => {
  it('proposes a name that every system takes, and the text lies where the person chose', async () => {
    const double = shared();
    const target = join(createFolder(), 'chosen.srt');
    await double.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = ((_window: unknown, options: unknown) => {
        Object.assign(globalThis, { asked: options });
        return Promise.resolve({ canceled: false, filePath });
      }) as typeof dialog.showSaveDialog;
    }, target);
    const saved = await callStudio(double, 'files.saveText', {
      suggestedName: 'a/b: "c"?.srt',
      text: '1\n字幕\n',
    });
    expect(saved).toEqual({ savedAs: target });
    expect(readFileSync(target, 'utf8')).toBe('1\n字幕\n');
    expect(await readAsked(double)).toMatchObject({
      defaultPath: expect.stringMatching(/\/a_b_ _c__\.srt$/) as unknown,
      filters: [{ name: 'SRT', extensions: ['srt'] }],
      // Without it GTK overwrites what lies there, unasked.
      properties: expect.arrayContaining(['showOverwriteConfirmation']) as unknown,
    });
  });

  it('writes nothing when it is closed', async () => {
    const double = shared();
    await double.evaluate(({ dialog }) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    });
    const input = { suggestedName: 'a.srt', text: 'x' };
    expect(await callStudio(double, 'files.saveText', input)).toEqual({});
  });
});

describe('[OP6] the folder for several files', () => {
  const files = [
    { name: 'a.srt', text: '1\n字幕\n' },
    { name: 'a.docx', base64: 'UEs=' },
  ];

  it('is asked for once, and what lies there is named before it is replaced', async () => {
    const double = shared();
    const folder = createFolder();
    await answerOpenDialog(double, [folder]);
    const chosen = (await callStudio(double, 'files.chooseSaveFolder', {})) as {
      readonly folder: { readonly id: string };
    };
    expect(chosen.folder).toMatchObject({ path: folder });
    expect(await readAsked(double)).toMatchObject({
      properties: ['openDirectory', 'createDirectory'],
    });
    const asked = { folderId: chosen.folder.id, files };
    writeFileSync(join(folder, 'a.srt'), 'old');
    expect(await callStudio(double, 'files.saveInto', asked)).toEqual({ existing: ['a.srt'] });
    expect(readdirSync(folder)).toEqual(['a.srt']);
    const confirmed = { ...asked, isConfirmed: true };
    expect(await callStudio(double, 'files.saveInto', confirmed)).toEqual({ savedAs: folder });
    expect(readFileSync(join(folder, 'a.srt'), 'utf8')).toBe('1\n字幕\n');
    expect(readFileSync(join(folder, 'a.docx'), 'utf8')).toBe('PK');
  });

  it('takes no file that a name leads elsewhere, and none without a choice', async () => {
    const double = shared();
    const folder = createFolder();
    await answerOpenDialog(double, [folder]);
    const chosen = (await callStudio(double, 'files.chooseSaveFolder', {})) as {
      readonly folder: { readonly id: string };
    };
    const save = (folderId: string, name: string): Promise<unknown> =>
      sendFromPage(double, 'studio:invoke', 'files.saveInto', {
        ...{ folderId, files: [files[0], { name, text: 'x' }] },
      });
    for (const name of ['../b.srt', '/b.srt', '..', 'c/b.srt', 'c\\b.srt']) {
      const error = { code: 'output/name-forbidden' };
      expect(await save(chosen.folder.id, name)).toMatchObject({ ok: false, error });
    }
    const twice = { code: 'usage/invalid' };
    expect(await save(chosen.folder.id, 'A.srt')).toMatchObject({ ok: false, error: twice });
    const error = { code: 'file/not-granted' };
    expect(await save('absent', 'b.srt')).toMatchObject({ ok: false, error });
    expect(readdirSync(folder)).toEqual([]);
    await answerOpenDialog(double, []);
    expect(await callStudio(double, 'files.chooseSaveFolder', {})).toEqual({});
  });
});

describe('a file from outside', () => {
  it('named on the command line is the project to begin with', async () => {
    const { double } = await startStudio({ args: [copySpeech()] });
    const { projectId } = await callStudio(double, 'host.initialProject', {});
    expect(projectId).toBeDefined();
    expect(await listTitles(double)).toEqual(['talk.flac']);
  });

  it('sent by the system is opened in the window', async () => {
    const { double } = await startStudio();
    const isPrevented = await double.evaluate(({ app }, path) => {
      let prevented = false;
      app.emit('open-file', { preventDefault: () => (prevented = true) }, path);
      return prevented;
    }, copySpeech('sent.flac'));
    expect(isPrevented).toBe(true);
    await expect.poll(() => readRequested(double), { timeout: 10_000 }).toHaveLength(1);
    expect(await listTitles(double)).toEqual(['sent.flac']);
  });

  it('of a second start goes to the first one, whose window comes to the front', async () => {
    const { double, home } = await startStudio();
    await double.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize());
    const second = await runDouble({
      env: { ZIMU_HOME: home },
      args: [copySpeech('one.flac'), copySpeech('two.flac')],
    });
    expect(second.code).toBe(0);
    const readTitles = async (): Promise<string[]> => (await listTitles(double)).sort();
    await expect.poll(readTitles, { timeout: 10_000 }).toEqual(['one.flac', 'two.flac']);
    // Of several the first is shown.
    const projects = await callStudio(double, 'projects.list', {});
    const { id: projectId } = projects.find(({ mediaName }) => mediaName === 'one.flac')!;
    await expect.poll(() => readRequested(double)).toMatchObject([{ projectId }]);
    const isMinimised = await double.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.isMinimized(),
    );
    expect(isMinimised).toBe(false);
    expect(await readRecords(double, 'window.focus')).toHaveLength(1);
  });

  it('that cannot be opened is told with what to do next', async () => {
    const double = shared();
    await double.evaluate(({ app, dialog }) => {
      dialog.showMessageBox = ((_window: unknown, options: unknown) => {
        Object.assign(globalThis, { asked: options });
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
      app.emit('open-file', { preventDefault: () => undefined }, '/nowhere/absent.flac');
    });
    await expect
      .poll(() => readAsked(double))
      .toMatchObject({
        type: 'error',
        message: expect.stringContaining('/nowhere/absent.flac') as unknown,
        buttons: ['OK'],
      });
  });
});

describe('a dropped file', () => {
  it('is granted by its path', async () => {
    const double = shared();
    const path = copySpeech();
    expect(await sendFromPage(double, 'studio:grantFiles', [path])).toMatchObject({
      ok: true,
      value: [{ name: 'talk.flac', kind: 'media' }],
    });
  });

  it.each([
    ['on no disk', [''], 'file/not-granted'],
    ['that is gone', ['/nowhere/absent.flac'], 'media/not-found'],
    ['that is no path', [7], 'usage/invalid'],
    ['that is no list', 'x', 'usage/invalid'],
  ])('%s is a coded reply', async (_name, paths, code) => {
    const double = shared();
    expect(await sendFromPage(double, 'studio:grantFiles', paths)).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});

describe('a recording', () => {
  const opened = shareStudio((options) => startDouble({ ...options, args: [speech] }));
  let asked: Promise<string> | undefined;
  /** The project it was started with, which is told to who first asks. */
  const readProjectId = (): Promise<string> =>
    (asked ??= callStudio(opened(), 'host.initialProject', {}).then(({ projectId }) => projectId!));

  it('is shown in its folder', async () => {
    const double = opened();
    await callStudio(double, 'files.reveal', { projectId: await readProjectId() });
    expect(await readRecords(double, 'shell.showItemInFolder')).toEqual([speech]);
  });

  it('is answered in whole, in parts, and with a refusal beyond its end', async () => {
    const double = opened();
    const { url } = await callStudio(double, 'media.open', { projectId: await readProjectId() });
    const bytes = readFileSync(speech);
    const ask = (range?: string) =>
      double.evaluate(({ testDouble }, [to, headers]) => testDouble.request(to, { headers }), [
        url,
        range === undefined ? {} : { range },
      ] as const);

    expect(url).toMatch(/^media:\/\/bytes\/media\//);
    const whole = await ask();
    expect(whole.status).toBe(200);
    expect(whole.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
      'access-control-allow-origin': 'app://studio',
    });
    expect(whole.body === bytes.toString('latin1')).toBe(true);

    const part = await ask('bytes=1000-1999');
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 1000-1999/${bytes.length}`);
    expect(part.body === bytes.subarray(1000, 2000).toString('latin1')).toBe(true);

    const rest = await ask(`bytes=${bytes.length - 10}-`);
    expect([rest.status, rest.body]).toEqual([206, bytes.subarray(-10).toString('latin1')]);
    expect((await ask(`bytes=${bytes.length}-`)).status).toBe(416);
  });

  it.each([
    'media://bytes/media/absent',
    'media://bytes/',
    'media://bytes/media/..%2f..%2fsettings.json',
  ])('has nothing at %s', async (url) => {
    const double = shared();
    const { status, body } = await double.evaluate(
      ({ testDouble }, to) => testDouble.request(to),
      url,
    );
    expect([status, body]).toEqual([404, '']);
  });
});

describe('the data folder', () => {
  it('belongs to one studio; without one nothing starts, and the person is told', async () => {
    const home = join(createFolder(), 'file');
    writeFileSync(home, 'in the way');
    const { code, errors } = await runDouble({ env: { ZIMU_HOME: home, LANG: 'en_US.UTF-8' } });
    expect(code).toBe(1);
    expect(errors).toContain(home);
    expect(existsSync(`${home}/window.json`)).toBe(false);
  });
});
