import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import {
  assertFlashParameters,
  type FlashParameters,
  flashParameterSpecs,
} from '@isi/flash-parameters';
import { StudioError } from '@core/errors/studio-error';
import { z } from 'zod';
import { createSdkError, type SdkCodeName } from './sdk-codes';

/**
 * Parameters by the vendor's names. Those of `initialize` and `setParams` are what later starts
 * assume; `startFileTranscriber` may name each anew.
 */
const paramsSchema = z.looseObject({
  /** Full address of the service. */
  url: z.string().optional(),
  app_key: z.string().optional(),
  token: z.string().optional(),
  /** One that is unique to the device; the vendor wants it, and it is sent nowhere. */
  device_id: z.string().optional(),
  direct_ip: z.string().optional(),
  file_path: z.string().optional(),
  audio_address: z.string().optional(),
  nls_config: z.record(z.string(), z.unknown()).optional(),
});

export type SdkParams = z.infer<typeof paramsSchema>;

/** The vendor's SDK takes JSON as text; the same as an object will do. */
export type SdkParamsInput = string | Readonly<Record<string, unknown>> | null | undefined;

/**
 * @param illegal the number for what cannot be read
 * @throws StudioError of {@link createSdkError}: NULL_PARAM_ERROR, or `illegal`
 */
export function readSdkParams(input: SdkParamsInput, illegal: SdkCodeName): SdkParams {
  if (input === null || input === undefined || input === '') {
    throw createSdkError('NULL_PARAM_ERROR', 'no parameters');
  }
  let value: unknown = input;
  if (typeof input === 'string') {
    try {
      value = JSON.parse(input);
    } catch {
      throw createSdkError(illegal, 'the parameters are not JSON');
    }
  }
  const parsed = paramsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const name = parsed.error.issues[0]?.path.join('.') ?? '';
  throw createSdkError(illegal, name === '' ? 'the parameters are no object' : `wrong: ${name}`);
}

/** Later parameters win; those of the service are joined one by one. */
export function mergeSdkParams(first: SdkParams, second: SdkParams): SdkParams {
  const isAbsent = first.nls_config === undefined && second.nls_config === undefined;
  const config = { ...first.nls_config, ...second.nls_config };
  return { ...first, ...second, ...(isAbsent ? {} : { nls_config: config }) };
}

/** A start with all it needs. */
export interface StartPlan {
  readonly endpoint: string;
  readonly appkey: string;
  /** Absent where tokens come from elsewhere. */
  readonly token?: string;
  readonly directIp?: string;
  readonly audio: { readonly path: string } | { readonly url: string };
  readonly parameters: FlashParameters;
  readonly extraParameters?: Readonly<Record<string, string>>;
}

/**
 * @param needsToken whether there is no other source of tokens
 * @throws StudioError of {@link createSdkError}: NECESSARY_PARAM_LACK, ILLEGAL_PARAM
 */
export function planStart(params: SdkParams, needsToken: boolean): StartPlan {
  const { extend_config: extended, ...config } = params.nls_config ?? guessConfig(params);
  const { format, special_word_filter: filter } = config;
  const values = {
    ...config,
    // The vendor's tables write WAV, its samples wav.
    ...(typeof format === 'string' ? { format: format.toLowerCase() } : {}),
    // The vendor's samples give it as an object, its interface takes text (protocol §2.2).
    ...(typeof filter === 'object' ? { special_word_filter: JSON.stringify(filter) } : {}),
  };
  const appkey = requireText(params.app_key, 'app_key');
  const endpoint = requireText(params.url, 'url');
  if (!URL.canParse(endpoint) || !/^https?:\/\//i.test(endpoint)) {
    throw createSdkError('ILLEGAL_PARAM', 'url');
  }
  if (needsToken) requireText(params.token, 'token');
  const { token, direct_ip: directIp, file_path: path, audio_address: url } = params;
  if (isGiven(path) === isGiven(url)) {
    throw isGiven(path)
      ? createSdkError('ILLEGAL_PARAM', 'file_path and audio_address at once')
      : createSdkError('NECESSARY_PARAM_LACK', 'file_path or audio_address');
  }
  if (isGiven(path) && !isAbsolute(path)) {
    throw createSdkError('ILLEGAL_PARAM', 'file_path is not absolute');
  }
  if (isGiven(directIp) && isIP(directIp) === 0) throw createSdkError('ILLEGAL_PARAM', 'direct_ip');
  return {
    endpoint,
    appkey,
    audio: isGiven(path) ? { path } : { url: url ?? '' },
    parameters: checkParameters(values),
    ...(isGiven(token) ? { token } : {}),
    ...(isGiven(directIp) ? { directIp } : {}),
    ...(extended === undefined ? {} : { extraParameters: readExtended(extended) }),
  };
}

/** Without `nls_config`, which is optional, the ending of the name tells the format, if anything. */
function guessConfig({ file_path: path, audio_address: url }: SdkParams): Record<string, unknown> {
  const ending = /\.(\w+)(?:[?#].*)?$/u.exec((isGiven(path) ? path : url) ?? '')?.[1];
  const format = ending?.toLowerCase();
  const isKnown = flashParameterSpecs.format.choices?.some((choice) => choice === format) === true;
  return isKnown ? { format } : {};
}

function checkParameters(values: object): FlashParameters {
  try {
    assertFlashParameters(values);
    return values;
  } catch (thrown) {
    if (!(thrown instanceof StudioError)) throw thrown;
    const isMissing = thrown.data['reason'] === 'missing';
    throw createSdkError(
      isMissing ? 'NECESSARY_PARAM_LACK' : 'ILLEGAL_PARAM',
      `nls_config: ${thrown.message}`,
      thrown,
    );
  }
}

function readExtended(value: unknown): Readonly<Record<string, string>> {
  const entries = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
  const parsed = entries.safeParse(value);
  if (!parsed.success) throw createSdkError('ILLEGAL_PARAM', 'nls_config: extend_config');
  return Object.fromEntries(
    Object.entries(parsed.data).map(([name, entry]) => [name, String(entry)]),
  );
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function requireText(text: string | undefined, name: string): string {
  if (!isGiven(text)) throw createSdkError('NECESSARY_PARAM_LACK', name);
  return text;
}
