import { codecCases } from './codec-set';
import { testCodecs } from './codec-tests';
import { test } from './studio-test';

/** One of each way to play; all of them are played by `npm run codecs`. */
const shown = new Set(['mp3-cbr-bare.mp3', '3h-vbr-bare.mp3', 'vorbis.ogg', 'h264-eac3.mp4']);

test.describe('[MD4] what is shown is what is heard', { tag: '@release' }, () => {
  test.use({ tools: 'system' });
  testCodecs(codecCases.filter(({ name }) => shown.has(name)));
});
