import { fromBase64 } from '../../lib/base64';
import type { StudioClient } from '@contract/client';
import type { FileContent } from '@core/formats/format';
import type { TextForm } from '@core/formats/text-form';

/**
 * What is written of a file: a text in UTF-8 with line feeds is one as it is, any other the services
 * make bytes of.
 * @throws StudioError `text/encoding-lacks`
 */
export async function encodeExport(
  client: StudioClient,
  content: FileContent,
  form: TextForm,
): Promise<FileContent> {
  const { label, hasMark, lineEnding = 'lf' } = form;
  const isUsual = label === 'utf-8' && !hasMark && lineEnding === 'lf';
  if (typeof content !== 'string' || isUsual) return content;
  const asked = { text: content, label, hasMark, lineEnding };
  const { base64 } = await client.call('files.encodeText', asked);
  return fromBase64(base64);
}
