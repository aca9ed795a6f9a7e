import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { rightReplies, type CallName } from './right-replies';

/** What a body is to a client: the service's own word, or somebody else's. */
export type Content = 'right' | 'refusal' | 'busy' | 'foreign';

/** A body as something in front of a service may send it. */
export interface OddBody {
  readonly name: string;
  readonly content: Content;
  /** What a person is told of it where it comes with a status of success. */
  readonly named?: 'empty' | 'web-page' | 'broken' | 'other-content';
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes: (call: CallName) => Uint8Array;
}

const json = { 'content-type': 'application/json;charset=utf-8' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const right = (call: CallName): string => rightReplies[call].body;

/** The storage's own replies have no body. */
const cutOff = (call: CallName): string => (right(call) || '{"stored": true}').slice(0, -7);

function packed(name: string, encoding: string, pack: (bytes: Uint8Array) => Uint8Array): OddBody {
  return {
    name,
    content: 'right',
    headers: { ...json, 'content-encoding': encoding },
    bytes: (call) => pack(encode(right(call))),
  };
}

function foreign(
  name: string,
  named: NonNullable<OddBody['named']>,
  text: string,
  headers: Readonly<Record<string, string>> = json,
): OddBody {
  return { name, content: 'foreign', named, headers, bytes: () => encode(text) };
}

const page =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Welcome to the hotel.</body></html>';

export const oddBodies: readonly OddBody[] = [
  { name: 'right', content: 'right', headers: json, bytes: (call) => encode(right(call)) },
  {
    name: 'refusal',
    content: 'refusal',
    headers: json,
    bytes: (call) => encode(rightReplies[call].refusal.body),
  },
  {
    name: 'busy',
    content: 'busy',
    headers: json,
    bytes: (call) => encode(rightReplies[call].busy),
  },
  packed('gzip', 'gzip', gzipSync),
  packed('x-gzip', 'x-gzip', gzipSync),
  packed('deflate', 'deflate', deflateSync),
  packed('bare deflate', 'deflate', deflateRawSync),
  packed('brotli', 'br', brotliCompressSync),
  packed('twice packed', 'deflate, gzip', (bytes) => gzipSync(deflateSync(bytes))),
  packed('said to be packed', 'gzip', (bytes) => bytes),
  {
    name: 'byte order mark',
    content: 'right',
    headers: json,
    bytes: (call) => encode(`\ufeff${right(call)}`),
  },
  {
    name: 'wrong charset and type',
    content: 'right',
    headers: { 'content-type': 'text/html; charset=gb2312' },
    bytes: (call) => encode(right(call)),
  },
  {
    name: 'no type',
    content: 'right',
    bytes: (call) => encode(right(call)),
  },
  {
    name: 'UTF-16',
    content: 'right',
    headers: { 'content-type': 'application/json; charset=utf-16' },
    bytes: (call) => Buffer.from(`\ufeff${right(call)}`, 'utf16le'),
  },
  {
    name: 'truncated',
    content: 'foreign',
    named: 'broken',
    headers: json,
    bytes: (call) => encode(cutOff(call)),
  },
  {
    name: 'damaged gzip',
    content: 'foreign',
    named: 'broken',
    headers: { ...json, 'content-encoding': 'gzip' },
    bytes: (call) => gzipSync(encode(cutOff(call).repeat(9))).subarray(0, -9),
  },
  foreign('a page', 'web-page', page, html),
  foreign('a page that says it is JSON', 'web-page', page),
  foreign('empty', 'empty', ''),
  foreign('an array', 'other-content', '[1]'),
  foreign('null', 'other-content', 'null'),
  foreign('a number', 'other-content', '42'),
  foreign('a text', 'other-content', '"OK"'),
  foreign(
    'other JSON',
    'other-content',
    '{"status":200,"code":7,"message":"Please sign in","data":{}}',
  ),
  foreign('XML', 'other-content', '<?xml version="1.0"?><Fault><Text>no</Text></Fault>', {
    'content-type': 'application/xml',
  }),
];
