/** A refusal in the storage's own words. */
export class OssRefusal extends Error {
  override readonly name = 'OssRefusal';
  readonly status: number;
  readonly code: string;
  /** Further elements of the reply, such as `Endpoint` or `ServerTime`. */
  readonly details: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Text for the content of an element. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A document of flat elements. `inner` is XML that follows them. */
export function toXml(root: string, fields: Readonly<Record<string, string>>, inner = ''): string {
  const elements = Object.entries(fields)
    .map(([name, value]) => `  <${name}>${escapeXml(value)}</${name}>\n`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${elements}${inner}</${root}>\n`;
}

export const refuse = {
  noSuchBucket: (bucket: string): OssRefusal =>
    new OssRefusal(404, 'NoSuchBucket', 'The specified bucket does not exist.', {
      BucketName: bucket,
    }),
  noSuchKey: (key: string): OssRefusal =>
    new OssRefusal(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key }),
  noSuchUpload: (uploadId: string): OssRefusal =>
    new OssRefusal(
      404,
      'NoSuchUpload',
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
      { UploadId: uploadId },
    ),
  denied: (
    message = 'You have no right to access this object because of bucket acl.',
  ): OssRefusal => new OssRefusal(403, 'AccessDenied', message),
  otherRegion: (bucket: string, endpoint: string): OssRefusal =>
    new OssRefusal(
      403,
      'AccessDenied',
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
      { Bucket: bucket, Endpoint: endpoint },
    ),
  invalid: (message: string): OssRefusal => new OssRefusal(400, 'InvalidArgument', message),
} as const;
