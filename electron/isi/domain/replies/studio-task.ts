import { refuseResult } from '@core/formats/asr-json/refuse-result';
import { readFields, readText } from '@core/replies/reply-values';

/**
 * Whether a file is what the vendor's model studio says of a task or of a request it refused: the
 * transcript itself is in a file of its own, whose address it tells at best.
 */
export function isStudioTask([value, ...more]: readonly unknown[]): boolean {
  const fields = more.length === 0 ? readFields(value) : undefined;
  if (fields === undefined) return false;
  if (typeof readFields(fields['output'])?.['task_status'] === 'string') return true;
  return 'request_id' in fields && typeof fields['code'] === 'string' && 'message' in fields;
}

/** @throws StudioError `text/unreadable` */
export function refuseStudioTask([value]: readonly unknown[], name: string): never {
  const fields = readFields(value) ?? {};
  const output = readFields(fields['output']);
  const status = readText(output?.['task_status']) ?? 'FAILED';
  if (status === 'PENDING' || status === 'RUNNING') refuseResult('unfinished', name, status);
  if (status === 'SUCCEEDED') refuseResult('elsewhere', name, status);
  const said = [fields, output ?? {}].flatMap(({ code, message }) => [code, message]);
  const texts = said.flatMap((text) => readText(text) ?? []);
  return refuseResult('failed', name, texts.length === 0 ? status : texts.join(': '));
}
