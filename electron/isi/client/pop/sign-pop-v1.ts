import { omitUndefined } from '@core/omit-undefined';
import { createHmac } from 'node:crypto';
import type { AccessKey, SigningMoment } from '../credentials';
import {
  canonicalise,
  encodePop,
  formatPopTime,
  formContentType,
  type PopRequest,
  type SignedRequest,
} from './pop-request';

/**
 * Signs with SignatureVersion 1.0, HMAC-SHA1 (protocol §1.1). All parameters, common ones and the
 * action's own, travel together: in the query of a GET, in the form of a POST, as the vendor's
 * package sends them.
 */
export function signPopV1(
  request: PopRequest,
  accessKey: AccessKey,
  moment: SigningMoment,
): SignedRequest {
  const { endpoint, action, version, method } = request;
  const canonical = canonicalise({
    Action: action,
    Version: version,
    Format: 'JSON',
    Timestamp: formatPopTime(moment.nowMs),
    AccessKeyId: accessKey.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: moment.nonce,
    ...omitUndefined({ SecurityToken: accessKey.securityToken }),
    ...request.query,
    ...request.form,
  });
  const toSign = `${method}&${encodePop('/')}&${encodePop(canonical)}`;
  const signature = createHmac('sha1', `${accessKey.accessKeySecret}&`)
    .update(toSign)
    .digest('base64');
  const signed = `${canonical}&Signature=${encodePop(signature)}`;
  return method === 'GET'
    ? { method, url: `${endpoint}/?${signed}`, headers: { accept: 'application/json' } }
    : {
        method,
        url: `${endpoint}/`,
        headers: { accept: 'application/json', 'content-type': formContentType },
        body: signed,
      };
}
