/** What a code of the vendor's looks like on the wire. */
export interface VendorCode {
  readonly text: string;
  readonly httpStatus: number;
}

/**
 * Numbers that flash answers with (protocol §2.4, and the general table). The HTTP status is
 * published for three of them only, always 400; the others follow that pattern (§6.25).
 */
export const flashTexts: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  40000000: 'Gateway:CLIENT_ERROR:in post',
  40000001: "Gateway:ACCESS_DENIED:The token '' is invalid!",
  40000002: "Gateway:MESSAGE_INVALID:Can't process message in state'FAILED'!",
  40000003: 'Gateway:PARAMETER_INVALID:Failed to decode url params',
  40000004: 'Gateway:IDLE_TIMEOUT:Websocket session is idle for too long time!',
  40000005: 'Gateway:TOO_MANY_REQUESTS:Too many requests!',
  40000009: 'Invalid wav header!',
  40000010: 'Gateway:FREE_TRIAL_EXPIRED:The free trial has expired!',
  40010001: 'Gateway:NAMESPACE_NOT_FOUND:RESTful url path illegal',
  40010002:
    "Gateway:DIRECTIVE_NOT_SUPPORTED:Directive'SpeechRecognizer.EnhanceRecognition'isnotsupported!",
  40010003: 'Gateway:DIRECTIVE_INVALID:[xxx]',
  40010004: 'Gateway:CLIENT_DISCONNECT:Client disconnected before task finished!',
  40010005: 'Gateway:TASK_STATE_ERROR:Got stop directive while task is stopping!',
  40020105: 'Meta:APPKEY_NOT_EXIST:Appkey not exist!',
  40020106: 'Meta:APPKEY_UID_MISMATCH:Appkey and user mismatch!',
  40270001: 'UNSUPPORTED_AUDIO_FORMAT',
  40270002: 'vad silent',
  40270003: 'DECODER_ERROR',
  40270004: 'NO_VALID_AUDIO_STREAM',
  40270006: 'FILE_DOWNLOAD_FAILED',
  41000003: "MetaInfo doesn't have end point info",
  41010101: 'UNSUPPORTED_SAMPLE_RATE',
  41010104: 'TOO_LONG_SPEECH',
  41010105: 'SILENT_SPEECH',
  41040201: 'Realtime:GET_CLIENT_DATA_TIMEOUT:Client data does not send continuously!',
  50000000: 'GRPC_ERROR:Grpc error!',
  50000001: 'GRPC_ERROR:Grpc error!',
  52010001: 'GRPC_ERROR:Grpc error!',
};

/** Numbers of file transcription with their StatusText (protocol §3.4); HTTP is 200 for them all. */
export const fileTexts: Readonly<Record<number, string>> = {
  21050000: 'SUCCESS',
  21050001: 'RUNNING',
  21050002: 'QUEUEING',
  21050003: 'SUCCESS_WITH_NO_VALID_FRAGMENT',
  40270003: 'DECODER_ERROR',
  41050001: 'USER_BIZDURATION_QUOTA_EXCEED',
  41050002: 'FILE_DOWNLOAD_FAILED',
  41050003: 'FILE_CHECK_FAILED',
  41050004: 'FILE_TOO_LARGE',
  41050005: 'FILE_NORMALIZE_FAILED',
  41050006: 'FILE_PARSE_FAILED',
  41050007: 'MKV_PARSE_FAILED',
  41050008: 'UNSUPPORTED_SAMPLE_RATE',
  41050009: 'UNSUPPORTED_ASR_GROUP',
  41050010: 'FILE_TRANS_TASK_EXPIRED',
  41050011: 'REQUEST_INVALID_FILE_URL_VALUE',
  41050012: 'REQUEST_INVALID_CALLBACK_VALUE',
  41050013: 'REQUEST_PARAMETER_INVALID',
  41050014: 'REQUEST_EMPTY_APPKEY_VALUE',
  41050015: 'REQUEST_APPKEY_UNREGISTERED',
  41050021: 'RAM_CHECK_FAILED',
  41050023: 'CONTENT_LENGTH_CHECK_FAILED',
  41050024: 'FILE_404_NOT_FOUND',
  41050025: 'FILE_403_FORBIDDEN',
  41050026: 'FILE_SERVER_ERROR',
  41050029: 'ASR_RESPONSE_HAVE_HO_WORDS',
  41050103: 'AUDIO_DURATION_TOO_LONG',
  51050000: 'INTERNAL_ERROR',
  51050001: 'VAD_FAILED',
  51050002: 'RECOGNIZE_FAILED',
  51050003: 'RECOGNIZE_INTERRUPT',
  51050004: 'OFFER_INTERRUPT',
  51050005: 'FILE_TRANS_TIMEOUT',
  51050006: 'FRAGMENT_FAILED',
};

/** Codes of the POP gateway before CreateToken, SubmitTask and GetTaskResult (protocol §1.4). */
export const popCodes: Readonly<Record<string, VendorCode>> = {
  'InvalidAccessKeyId.NotFound': { httpStatus: 404, text: 'Specified access key is not found.' },
  'InvalidAccessKeyId.Inactive': { httpStatus: 400, text: 'Specified access key is disabled.' },
  'InvalidSecurityToken.MismatchWithAccessKey': {
    httpStatus: 400,
    text: 'Specified SecurityToken mismatch with the AccessKey.',
  },
  SignatureDoesNotMatch: {
    httpStatus: 400,
    text: 'Specified signature is not matched with our calculation.',
  },
  SignatureNonceUsed: { httpStatus: 400, text: 'Specified signature nonce was used already.' },
  'InvalidTimeStamp.Format': {
    httpStatus: 400,
    text: 'Specified time stamp or date value is not well formatted.',
  },
  'InvalidTimeStamp.Expired': {
    httpStatus: 400,
    text: 'Specified time stamp or date value is expired.',
  },
  InvalidSignatureMethod: { httpStatus: 400, text: 'Specified signature method is not valid.' },
  'InvalidParameter.Format': {
    httpStatus: 400,
    text: 'Specified parameter format is not valid.',
  },
  InvalidVersion: { httpStatus: 400, text: 'Specified parameter Version is not valid.' },
  'InvalidAction.NotFound': {
    httpStatus: 404,
    text: 'Specified api is not found, please check your url and method.',
  },
  'Throttling.User': { httpStatus: 400, text: 'Request was denied due to user flow control.' },
  ServiceUnavailable: {
    httpStatus: 503,
    text: 'The request has failed due to a temporary failure of the server.',
  },
  InternalError: {
    httpStatus: 500,
    text: 'The request processing has failed due to some unknown error.',
  },
  // Not in the vendor's tables: what public programs report of a RAM user without the right to
  // speech services. It reaches the vendor's SDK as a gateway error, so it has that form.
  '40020503': { httpStatus: 400, text: 'No permission!' },
};

/** How a number of flash reaches the client. */
export function describeFlashCode(code: number): VendorCode {
  const httpStatus = code === 403 ? 403 : code === 20000000 ? 200 : code >= 50000000 ? 500 : 400;
  return { text: flashTexts[code] ?? 'UNKNOWN', httpStatus };
}

/** StatusText of a number of file transcription; the general numbers are shared with flash. */
export function describeFileCode(code: number): string {
  const shared = flashTexts[code];
  const [, name] = /(?:^|:)([A-Z_]+)(?::|$)/.exec(shared ?? '') ?? [];
  return fileTexts[code] ?? name ?? shared ?? 'UNKNOWN';
}
