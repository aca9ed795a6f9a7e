import type { DocumentSource } from '../../records/document-properties';
import { parseVtt } from './parse-vtt';

type Headers = NonNullable<DocumentSource['headers']>;

/** The first lines of a file, with the line feed that ends them. */
export function formatHead(headers: Headers = []): string {
  const [first] = headers;
  const isComment = first?.name === '';
  const comment = isComment ? first.value : '';
  const blank = comment === '' || /^\s/u.test(comment) ? '' : ' ';
  const lines = (isComment ? headers.slice(1) : headers).map(({ name, value }) =>
    name === '' ? value : `${name}: ${value}`,
  );
  return `${[`WEBVTT${blank}${comment}`, ...lines].join('\n')}\n`;
}

/** Whether the head of a file says what these headers do. */
export function isHeadOf(head: string, headers: Headers = []): boolean {
  return (
    head.startsWith('WEBVTT') && JSON.stringify(parseVtt(head).headers) === JSON.stringify(headers)
  );
}
