/** A file as other programs write it, with three things to be mended. */
export const untidySrt =
  '\uFEFF1\r\n00:00:01.200 --> 00:00:03,100\r\nGood morning everyone.\r\n\r\n' +
  '00:00:05,000 -> 00:00:06,000\r\nNew.\r\n';

/** Without anything to be mended. */
export const tidySrt =
  '1\n00:00:01,000 --> 00:00:03,900\nOne two four.\n\n' +
  '2\n00:00:10,000 --> 00:00:12,000\nNew.\n';

/** A cue in Chinese, 你好, in GB18030. */
export const chineseSrt = Buffer.concat([
  Buffer.from('1\n00:00:01,000 --> 00:00:02,000\n'),
  Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
  Buffer.from('\n'),
]);
