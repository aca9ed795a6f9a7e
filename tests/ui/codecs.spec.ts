import { codecCases } from './codec-set';
import { testCodecs } from './codec-tests';
import { test } from './studio-test';

/**
 * One of each way to play, heard near its end and then back twice. `npm run codecs` plays all of them,
 * at five places, and there those of three hours too. Five minutes stand for them here: played as they
 * are, Chromium takes them for 161 s and is 11 s off in their middle. One after the other, so that
 * the tones are made once.
 */
const shown = new Set(['mp3-cbr-bare.mp3', '5min-vbr-bare.mp3', 'vorbis.ogg', 'h264-eac3.mp4']);
const shares = [0.87, 0.41, 0.02];

test.describe('[MD4] what is shown is what is heard', { tag: '@release' }, () => {
  test.describe.configure({ mode: 'default' });
  test.use({ tools: 'system' });
  testCodecs(
    codecCases.filter(({ name }) => shown.has(name)),
    { shares },
  );
});
