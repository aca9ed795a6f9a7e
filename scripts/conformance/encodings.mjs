// Every file of the corpus's encodings: its encoding is found out, its bytes come back when its text is
// written in it, and what is in an encoding that no decoder here has is refused with what was tried.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withModule } from '../lib-typescript.mjs';

/** What a file's name says, as the standard of WHATWG names it; by the first that is found in the name. */
const names = [
  [/euc-tw/iu, undefined],
  [/iso-2022-kr/iu, undefined],
  [/utf-16-?le/iu, 'utf-16le'],
  [/utf-8/iu, 'utf-8'],
  [/gb18030|gb2312/iu, 'gb18030'],
  [/big5/iu, 'big5'],
  [/cp949|euc-kr|uhc/iu, 'euc-kr'],
  [/cp932|shift_jis/iu, 'shift_jis'],
  [/windows-1250/iu, 'windows-1250'],
  [/windows-1251/iu, 'windows-1251'],
  [/windows-1252/iu, 'windows-1252'],
];

/** Files whose bytes cannot come back, each with the reason. */
const explained = new Map([]);

/** @param corpus folder of it */
export async function runSuite(corpus) {
  const root = join(corpus, 'encodings');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:srt|txt|xml|html|smi)$/u.test(name))
    .sort();
  const failures = [];
  const notes = [];
  await withModule('/electron/services/formats/decode-text.ts', ({ decodeText }) =>
    withModule('/electron/services/formats/encode-text.ts', ({ encodeText }) => {
      for (const name of files) {
        const reason = judge(readFileSync(join(root, name)), basename(name), {
          decodeText,
          encodeText,
        });
        if (reason === undefined) continue;
        if (explained.has(name)) notes.push(`explained: ${name}: ${explained.get(name)}`);
        else failures.push({ name, reason });
      }
    }),
  );
  return { total: files.length, failures, notes };
}

function judge(bytes, name, { decodeText, encodeText }) {
  const [, expected] = names.find(([pattern]) => pattern.test(name)) ?? [];
  let decoded;
  try {
    decoded = decodeText(bytes);
  } catch (thrown) {
    if (expected !== undefined) return `is refused: ${thrown.message}`;
    const { code, data } = thrown;
    const isTold = code === 'text/encoding-unknown' && String(data?.tried).length > 0;
    return isTold ? undefined : `is refused without what was tried: ${thrown.message}`;
  }
  const { label, hasMark } = decoded.encoding;
  if (expected === undefined) return `is taken for ${label}`;
  if (label !== expected && !(label === 'gbk' && expected === 'gb18030')) {
    return `is taken for ${label}, not ${expected}`;
  }
  // What the bytes spoilt cannot come back.
  if (decoded.text.includes('\ufffd')) return undefined;
  const written = encodeText(decoded.text, { label, hasMark });
  return Buffer.compare(Buffer.from(written), bytes) === 0
    ? undefined
    : `comes back with other bytes in ${label}`;
}
