// Makes the icons of `resources/icons` from icon.svg: the window's (PNG), Windows' (ICO) and the Mac's
// (ICNS). What it makes is in the repository; run it by hand after the drawing was changed. Needs
// Chromium, which draws the tests' windows as well.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './bench/chromium.mjs';

const folder = resolve(import.meta.dirname, '..', 'resources', 'icons');
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8');
/** Sides of the pictures that Windows chooses from. */
const windowsSides = [16, 24, 32, 48, 64, 128, 256];
/** The Mac's names for its pictures, by their side in pixels; some are of screens of twice the dots. */
const macNames = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];
/** On a Mac a drawing leaves free what its shadow takes: 824 of 1,024. */
const macDrawing = drawing.replace('viewBox="0 0 32 32"', 'viewBox="-3.884 -3.884 39.768 39.768"');

const browser = await chromium.launch({ executablePath: findChromium() });
const page = await browser.newPage();
writeFileSync(join(folder, 'icon.png'), await draw(drawing, 512));
writeFileSync(join(folder, 'icon.ico'), packIco(await drawAll(drawing, windowsSides)));
const macSides = [...new Set(macNames.map(([, side]) => side))];
writeFileSync(join(folder, 'icon.icns'), packIcns(await drawAll(macDrawing, macSides)));
await browser.close();

async function drawAll(svg, sides) {
  const pictures = new Map();
  for (const side of sides) pictures.set(side, await draw(svg, side));
  return pictures;
}

async function draw(svg, side) {
  await page.setViewportSize({ width: side, height: side });
  const sized = svg.replace('<svg ', `<svg width="${side}" height="${side}" `);
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${sized}`);
  return page.screenshot({ omitBackground: true });
}

/** A folder of pictures, each a PNG, as Windows takes them since Vista. */
function packIco(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.size);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.size, 4);
  let offset = head.length;
  for (const [index, [side, png]] of [...pictures].entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(side % 256, at);
    head.writeUInt8(side % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.values()]);
}

function packIcns(pictures) {
  const parts = macNames.map(([name, side]) => packPart(name, pictures.get(side)));
  return packPart('icns', Buffer.concat(parts));
}

/** Name, length with these eight bytes, content. */
function packPart(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
