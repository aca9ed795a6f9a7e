import type { ParsedRequest } from './parse-oss-request';

export type OssAction =
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'InitiateMultipartUpload'
  | 'UploadPart'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'ListParts'
  | 'ListMultipartUploads';

/** Which of the storage's operations a request is; undefined for those that are not simulated. */
export function findOssAction({ method, key, query }: ParsedRequest): OssAction | undefined {
  if (key === '') {
    return method === 'GET' && query.has('uploads') ? 'ListMultipartUploads' : undefined;
  }
  const hasUpload = query.has('uploadId');
  switch (method) {
    case 'PUT':
      return hasUpload ? 'UploadPart' : 'PutObject';
    case 'POST':
      if (query.has('uploads')) return 'InitiateMultipartUpload';
      return hasUpload ? 'CompleteMultipartUpload' : undefined;
    case 'GET':
      return hasUpload ? 'ListParts' : 'GetObject';
    case 'HEAD':
      return 'HeadObject';
    case 'DELETE':
      return hasUpload ? 'AbortMultipartUpload' : 'DeleteObject';
    default:
      return undefined;
  }
}

/** Operations that need another's permission. */
const permissions = new Map<OssAction, OssAction>([
  ['InitiateMultipartUpload', 'PutObject'],
  ['UploadPart', 'PutObject'],
  ['CompleteMultipartUpload', 'PutObject'],
  ['HeadObject', 'GetObject'],
]);

/** The permission an operation needs, as the vendor's policies name it. */
export function toPermission(action: OssAction): OssAction {
  return permissions.get(action) ?? action;
}
