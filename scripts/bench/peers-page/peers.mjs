// What others do with the same amount of data, as functions of the page that the benchmark calls.
import { createElement, memo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin from 'wavesurfer.js/plugins/regions';
import { measureFrames, nextFrame } from '../page-measures.mjs';

const stage = document.getElementById('stage');

/** wavesurfer.js with nothing but the address of the recording: it decodes all of it. */
async function decodeByItself(url) {
  const beganMs = performance.now();
  const surfer = WaveSurfer.create({ container: stage, height: 160 });
  try {
    await surfer.load(url);
    await nextFrame();
    return { readyMs: performance.now() - beganMs };
  } catch (error) {
    return { problem: String(error) };
  } finally {
    surfer.destroy();
  }
}

/** Its Regions plugin over three hours of ready peaks. */
async function showRegions(count) {
  const durationSeconds = 3 * 3600;
  const peaks = new Float32Array(durationSeconds * 100);
  for (let index = 0; index < peaks.length; index++) peaks[index] = Math.abs(Math.sin(index / 7));
  const regions = RegionsPlugin.create();
  const surfer = WaveSurfer.create({
    container: stage,
    height: 160,
    peaks: [peaks],
    duration: durationSeconds,
    minPxPerSec: 100,
    plugins: [regions],
  });
  await new Promise((fulfil) => surfer.once('ready', fulfil));
  await nextFrame();
  const beganMs = performance.now();
  for (let index = 0; index < count; index++) {
    const start = (index * durationSeconds) / count;
    regions.addRegion({ start, end: start + (durationSeconds / count) * 0.9 });
  }
  await nextFrame();
  const addMs = performance.now() - beganMs;
  const scroller = surfer.getWrapper().parentElement;
  const frames = await measureFrames(
    (frame) => {
      scroller.scrollLeft = 2_000 + frame * 240;
    },
    { atMostMs: 5_000, atMostFrames: 180 },
  );
  surfer.destroy();
  return { addMs, frames };
}

const Row = memo(function Row({ index, text }) {
  const words = text
    .split(' ')
    .map((word, place) => createElement('span', { key: place }, word, ' '));
  return createElement(
    'tr',
    undefined,
    ...[index + 1, `00:00:${index}`, `00:00:${index}`, '1.080', '14.2', 'Mara'].map((cell, place) =>
      createElement('td', { key: place }, cell),
    ),
    createElement('td', { key: 'text' }, words),
  );
});

let typeInto;

function PlainTable({ count }) {
  const [texts, setTexts] = useState(() =>
    Array.from(
      { length: count },
      (_, index) => `the ferry leaves without two tickets to Lisbon at ${index}`,
    ),
  );
  typeInto = (index, text) => flushSync(() => setTexts((all) => all.with(index, text)));
  return createElement(
    'table',
    undefined,
    createElement(
      'tbody',
      undefined,
      texts.map((text, index) => createElement(Row, { key: index, index, text })),
    ),
  );
}

/** A table with a row in the page for every sentence, its rows rendered only when they change. */
async function showPlainTable(count) {
  const root = createRoot(stage);
  const beganMs = performance.now();
  flushSync(() => root.render(createElement(PlainTable, { count })));
  await nextFrame();
  const mountMs = performance.now() - beganMs;
  const frames = await measureFrames(
    (frame) => {
      stage.scrollTop = frame * 240;
    },
    { atMostMs: 5_000, atMostFrames: 180 },
  );
  const keysMs = [];
  // Each key may take long here; a few of them say enough.
  for (let key = 0; key < 30 && performance.now() - beganMs < 45_000; key++) {
    const pressedMs = performance.now();
    typeInto(100, `the ferry leaves ${'x'.repeat(key)} without two tickets to Lisbon`);
    await nextFrame();
    keysMs.push(performance.now() - pressedMs);
  }
  root.unmount();
  return { mountMs, frames, keysMs };
}

globalThis.peers = { decodeByItself, showRegions, showPlainTable };
