// The window at its budgets (three hours, ten thousand sentences, a hundred thousand words) over
// the browser host, as a person has it.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root, runProgram } from '../lib-corpus.mjs';
import { withModule } from '../lib-typescript.mjs';
import { collectGarbage, launchChromium, percentile, readRendererMb } from './chromium.mjs';
import { measureFrames, nextFrame } from './page-measures.mjs';
import { describeFrames, measurePeers } from './window-peers.mjs';

const sentenceCount = 10_000;
const durationMs = 3 * 3_600_000;

/**
 * @param speech ten minutes of speech
 * @param report takes a title, the wall time in ms or undefined, a figure and the memory in MB
 */
export async function measureWindow(scratch, speech, report) {
  const [hour, threeHours] = await makeMedia(scratch, speech);
  await measureFirstPicture(scratch, threeHours, report);
  await measureEditing(scratch, threeHours, report);
  await measurePeers(scratch, hour, report);
}

/** One encoding, repeated as it is: hours of encoding are no part of this. */
async function makeMedia(scratch, speech) {
  const piece = join(scratch, 'piece.mp3');
  await ffmpeg(['-i', speech, '-ar', '44100', '-ac', '1', '-b:a', '64k', piece]);
  const repeated = async (name, times) => {
    const list = join(scratch, `${name}.txt`);
    writeFileSync(list, `file '${piece}'\n`.repeat(times));
    await ffmpeg(['-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', join(scratch, name)]);
    return join(scratch, name);
  };
  return [await repeated('hour.mp3', 6), await repeated('three-hours.mp3', 18)];
}

/** From the page's address to the first of the sound that is painted. */
async function measureFirstPicture(scratch, media, report) {
  const home = makeHome(scratch, 'home-picture');
  for (const [title, isCold] of [
    ['first waveform of 3 h, nothing cached', true],
    ['first waveform of 3 h, peaks cached', false],
  ]) {
    await withWindow(home, isCold ? [media] : [], false, async ({ page }) => {
      const { drawnMs } = await page.evaluate(() => globalThis.opened);
      report(title, drawnMs, 'from the address to paint', undefined);
      if (isCold) await waitForPeaks(page);
    });
  }
}

async function measureEditing(scratch, media, report) {
  const home = makeHome(scratch, 'home-editing');
  const project = await writeProject(scratch, media);
  // The first start takes the file in; what counts is every later one.
  await withWindow(home, [project], true, async ({ page }) => {
    await page.evaluate(() => globalThis.opened);
    await waitForPeaks(page);
  });
  await withWindow(home, [], true, async ({ page, browser }) => {
    const { drawnMs, rowsMs } = await page.evaluate(() => globalThis.opened);
    const beganMs = performance.now();
    await page.keyboard.press('ArrowDown');
    await page.evaluate(`(${nextFrame})()`);
    const keyMs = performance.now() - beganMs;
    const openMs = Math.max(drawnMs, rowsMs) + keyMs;
    report('open 3 h, 10,000 sentences', openMs, 'until a key is answered', undefined);
    await waitMs(1_000);
    for (const [what, frames] of await measureMovement(page)) {
      report(`  ${what}`, undefined, describeFrames('frames', frames), undefined);
    }
    for (const [what, keysMs] of await measureKeys(page)) {
      const figure = `p50 ${percentile(keysMs, 50).toFixed(0)} / p95 ${percentile(keysMs, 95).toFixed(0)} ms`;
      report(`  ${what}`, undefined, figure, undefined);
    }
    const withGarbageMb = await readRendererMb(browser);
    report('  memory of the page', undefined, 'as it happens to be', withGarbageMb);
    await collectGarbage(page);
    const keptMb = await readRendererMb(browser);
    report('  memory of the page', undefined, 'garbage collected', keptMb);
  });
}

/** Times between frames while table and waveform move. */
async function measureMovement(page) {
  const inPage = async (what, work) => [
    what,
    await page.evaluate(
      `(${measureFrames})((${work})(document), { atMostMs: 3000, atMostFrames: 160 })`,
    ),
  ];
  const measured = [
    // A wheel or a touchpad, then as fast as one still sees what passes, then the scroll bar.
    await inPage('table scrolled, 40 px a frame', scrollTable(40)),
    await inPage('table scrolled, 240 px a frame', scrollTable(240)),
    await inPage('table scrolled, 4,000 px a frame', scrollTable(4_000)),
    await inPage('waveform scrolled at 100 px/s', scrollWave),
    await inPage('waveform zoomed by the wheel', zoomWave),
  ];
  await page.keyboard.press('Space');
  await page.waitForFunction(() => !document.querySelector('audio, video').paused);
  measured.push(await inPage('playing, both followed', idle));
  await page.keyboard.press('Space');
  return measured;
}

// These are handed to the page as text: they use nothing from outside of them.

/** Text of a function that scrolls the table by so many px in each frame. */
function scrollTable(stepPx) {
  return `(document) => {
    const scroller = document.querySelector('main [role="grid"]');
    const endPx = scroller.scrollHeight - scroller.clientHeight;
    return (frame) => {
      scroller.scrollTop = (frame * ${stepPx}) % endPx;
    };
  }`;
}

function scrollWave(document) {
  const stage = document.querySelector('#waveform-stage');
  const box = stage.getBoundingClientRect();
  const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  return () => {
    const wheel = { ...place, deltaX: 40, deltaY: 0, bubbles: true, cancelable: true };
    stage.dispatchEvent(new WheelEvent('wheel', wheel));
  };
}

function zoomWave(document) {
  const stage = document.querySelector('#waveform-stage');
  const box = stage.getBoundingClientRect();
  const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  return (frame) => {
    const deltaY = frame % 80 < 40 ? -30 : 30;
    const wheel = { ...place, deltaY, ctrlKey: true, bubbles: true, cancelable: true };
    stage.dispatchEvent(new WheelEvent('wheel', wheel));
  };
}

function idle() {
  return () => undefined;
}

/** Between the keys of one that is held down, and more than anyone types. */
const keyGapMs = 33;

/** From the press of a key, as the browser dates it, to the picture after it. */
async function measureKeys(page) {
  await page.evaluate(`(${watchKeys})(${nextFrame})`);
  const take = async (what, until, press) => {
    await page.evaluate(`globalThis.keys.begin('${until}')`);
    await press();
    await waitMs(200);
    return [what, await page.evaluate(() => globalThis.keys.timesMs)];
  };
  const pressSome = async (key, count, gapMs) => {
    for (let press = 0; press < count; press++) {
      await page.keyboard.press(key);
      await waitMs(gapMs);
    }
  };
  const rows = page.locator('main [role="row"][aria-selected]');
  await rows.nth(3).locator('[data-column="duration"]').click();
  const measured = [
    await take('arrow key to the next row painted', 'frame', () =>
      pressSome('ArrowDown', 80, keyGapMs),
    ),
  ];
  const beginTyping = async () => {
    await page.keyboard.press('Enter');
    await page.waitForSelector('main textarea');
  };
  await beginTyping();
  measured.push(
    await take('key press to typed letter painted', 'frame', () =>
      page.keyboard.type('while nobody was looking, again and again', { delay: keyGapMs }),
    ),
  );
  const entered = [];
  for (let time = 0; time < 24; time++) {
    if (time > 0) {
      await beginTyping();
      await page.keyboard.type('so ', { delay: keyGapMs });
      // The draft of what is typed is kept in between, as for a person.
      await waitMs(500);
    }
    entered.push(...(await take('', 'change', () => page.keyboard.press('Enter')))[1]);
  }
  measured.push(['Enter to changed sentence painted', entered]);
  measured.push(
    await take('undo and redo to changed sentence painted', 'change', async () => {
      for (let time = 0; time < 12; time++) {
        await pressSome('Control+z', 1, 250);
        await pressSome('Control+Shift+z', 1, 250);
      }
    }),
  );
  return measured;
}

/** In the page: how long keys take to the next picture, or to the one after a change of the table. */
function watchKeys(nextPicture) {
  const keys = { timesMs: [], pressedMs: undefined, until: 'frame' };
  const finish = () => {
    const { pressedMs } = keys;
    keys.pressedMs = undefined;
    void nextPicture().then(() => keys.timesMs.push(performance.now() - pressedMs));
  };
  keys.begin = (until) => Object.assign(keys, { timesMs: [], pressedMs: undefined, until });
  const onKey = ({ key, timeStamp }) => {
    if (key === 'Control' || key === 'Shift') return;
    keys.pressedMs = timeStamp;
    if (keys.until === 'frame') finish();
  };
  addEventListener('keydown', onKey, { capture: true });
  new MutationObserver(() => {
    if (keys.until === 'change' && keys.pressedMs !== undefined) finish();
  }).observe(document.querySelector('main [role="grid"]'), {
    subtree: true,
    childList: true,
    characterData: true,
  });
  globalThis.keys = keys;
}

function waitMs(timeMs) {
  return new Promise((fulfil) => setTimeout(fulfil, timeMs));
}

/** Runs some work with a host and its window, which ends with it. */
async function withWindow(home, files, hasText, work) {
  const host = await startHost(home, files);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // What a browser does for itself when it begins is no part of ours.
    await waitMs(1_500);
    await page.addInitScript(`globalThis.hasText = ${hasText}; (${watchOpening})()`);
    await page.goto(host.url);
    await work({ page, browser });
  } finally {
    await browser.close();
    host.process.kill('SIGTERM');
    await host.ended;
  }
}

/** In the page: when, in ms since it was asked for, the sound and the first rows were painted. */
function watchOpening() {
  const found = {};
  // The sound is the first thing on the stage; its canvases lie in the shadow tree of a library.
  const findCanvases = (node) =>
    [...(node?.querySelectorAll('*') ?? [])].flatMap((element) => [
      ...(element instanceof HTMLCanvasElement ? [element] : []),
      ...(element.shadowRoot ? findCanvases(element.shadowRoot) : []),
    ]);
  const isDrawn = () =>
    findCanvases(document.querySelector('#waveform-stage')?.firstElementChild).some((canvas) => {
      const context = canvas.width > 0 && canvas.height > 0 && canvas.getContext('2d');
      if (!context) return false;
      // Sound goes through the middle; to read all of a picture in each frame would slow the page.
      const { data } = context.getImageData(0, canvas.height >> 1, canvas.width, 1);
      return data.some((value, index) => index % 4 === 3 && value > 0);
    });
  globalThis.opened = new Promise((fulfil) => {
    const look = () => {
      if (found.drawnMs === undefined && isDrawn()) found.drawnMs = performance.now();
      const hasRows = document.querySelector('main [data-row]') !== null;
      if (hasRows) found.rowsMs ??= performance.now();
      // A project without text has no rows to wait for.
      if (found.drawnMs !== undefined && (hasRows || !globalThis.hasText)) fulfil(found);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

async function waitForPeaks(page) {
  // As long as peaks arrive, the waveform says so.
  const status = page.getByRole('region', { name: 'Waveform' }).getByRole('status');
  await status.waitFor({ state: 'detached', timeout: 120_000 });
}

async function startHost(home, files) {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/zimu.mjs'), 'serve', '--json', '--port', '0', ...files],
    { env: { ...process.env, ZIMU_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((fulfil) => child.once('close', fulfil));
  const line = await new Promise((fulfil, reject) => {
    createInterface({ input: child.stdout }).once('line', fulfil);
    void ended.then(() => reject(new Error('the host ended early')));
  });
  return { url: JSON.parse(line).url, process: child, ended };
}

function makeHome(scratch, name) {
  const home = join(scratch, name);
  mkdirSync(home);
  return home;
}

/** By the tests' own document generator. */
function writeProject(scratch, media) {
  return withModule('/tests/ui/files.ts', ({ writeProject: write }) =>
    write(join(scratch, 'three-hours.zimu'), media, {
      id: 'three-hours',
      title: 'Three hours',
      sentenceCount,
      durationMs,
    }),
  );
}

async function ffmpeg(ffmpegArguments) {
  const common = ['-v', 'error', '-nostdin', '-y'];
  const { code, stderr } = await runProgram('ffmpeg', [...common, ...ffmpegArguments]);
  if (code !== 0) throw new Error(stderr);
}
