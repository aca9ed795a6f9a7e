import { timingSafeEqual } from 'node:crypto';
import type { SimulatedAccount } from '../simulated-service';
import { Refusal } from '../simulated-reply';
import type { SimulatorWorld } from '../simulator-world';
import { describeV1, describeV3, signV1, signV3 } from './compute-signature';
import type { PopRequest } from './pop-request';

const toleranceMs = 15 * 60_000;

/** Every action, with the one version it exists in. */
const versions: Readonly<Record<string, string>> = {
  CreateToken: '2019-02-28',
  SubmitTask: '2018-08-17',
  GetTaskResult: '2018-08-17',
};

/** The parts of a signature, wherever the version of the method keeps them. */
interface Claim {
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  readonly stringToSign: string;
  readonly sign: (text: string, secret: string) => string;
}

/**
 * Finds out who calls, in the gateway's order (protocol §6, "Simulator checks"): what is missing,
 * AccessKey, time, signature, nonce, then action and version.
 * @throws Refusal with a text code
 */
export function checkCaller(request: PopRequest, world: SimulatorWorld): SimulatedAccount {
  const isV3 = request.headers['authorization']?.startsWith('ACS3-') ?? false;
  const claim = isV3 ? readV3(request) : readV1(request);
  const account = findAccount(claim, world);
  checkTime(claim.timestamp, world.nowMs());
  const expected = Buffer.from(claim.sign(claim.stringToSign, account.accessKeySecret));
  const given = Buffer.from(claim.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new Refusal(
      'SignatureDoesNotMatch',
      'Specified signature is not matched with our calculation. ' +
        `server string to sign is:${claim.stringToSign}`,
    );
  }
  useNonce(`${claim.accessKeyId} ${claim.nonce}`, world);
  const version = versions[request.action];
  if (version === undefined) throw new Refusal('InvalidAction.NotFound');
  if (request.version !== version) throw new Refusal('InvalidVersion');
  return account;
}

function readV1(request: PopRequest): Claim {
  const { parameters } = request;
  const take = (name: string) => {
    const value = parameters[name];
    if (value === undefined || value === '') throw missing(name);
    return value;
  };
  const accessKeyId = take('AccessKeyId');
  for (const name of ['Action', 'Version', 'SignatureMethod', 'SignatureVersion']) take(name);
  const claim: Claim = {
    accessKeyId,
    securityToken: parameters['SecurityToken'],
    timestamp: take('Timestamp'),
    nonce: take('SignatureNonce'),
    signature: take('Signature'),
    stringToSign: describeV1(request),
    sign: signV1,
  };
  if (parameters['SignatureMethod'] !== 'HMAC-SHA1') throw new Refusal('InvalidSignatureMethod');
  const format = parameters['Format'] ?? 'XML';
  if (!/^(?:json|xml)$/i.test(format)) throw new Refusal('InvalidParameter.Format');
  return claim;
}

function readV3(request: PopRequest): Claim {
  const { headers } = request;
  const fields = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=(\w+)$/.exec(
    headers['authorization'] ?? '',
  );
  if (fields === null) throw new Refusal('InvalidSignatureMethod');
  const [, accessKeyId = '', names = '', signature = ''] = fields;
  const signed = names.split(';');
  const take = (name: string) => {
    const value = headers[name];
    if (value === undefined || value === '') throw missing(name);
    return value;
  };
  for (const name of ['x-acs-action', 'x-acs-version', 'x-acs-content-sha256']) take(name);
  const claim: Claim = {
    accessKeyId,
    securityToken: headers['x-acs-security-token'],
    timestamp: take('x-acs-date'),
    nonce: take('x-acs-signature-nonce'),
    signature,
    stringToSign: describeV3(request, signed),
    sign: signV3,
  };
  const mustBeSigned = Object.keys(headers).filter(
    (name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'),
  );
  const isSorted = [...signed].sort().join(';') === names;
  const isWhole = mustBeSigned.every((name) => signed.includes(name));
  const isBodyRight = headers['x-acs-content-sha256'] === request.bodySha256;
  // A body, a header or an order other than what was signed is a wrong signature as well.
  return isSorted && isWhole && isBodyRight ? claim : { ...claim, signature: '' };
}

function findAccount(claim: Claim, { accounts }: SimulatorWorld): SimulatedAccount {
  const account = accounts.find(({ accessKeyId }) => accessKeyId === claim.accessKeyId);
  // A temporary key is no key at all without its token.
  const isWithoutToken = account?.securityToken !== undefined && claim.securityToken === undefined;
  if (account === undefined || isWithoutToken) throw new Refusal('InvalidAccessKeyId.NotFound');
  if (account.isInactive === true) throw new Refusal('InvalidAccessKeyId.Inactive');
  if (claim.securityToken !== account.securityToken) {
    throw new Refusal('InvalidSecurityToken.MismatchWithAccessKey');
  }
  return account;
}

function checkTime(timestamp: string, nowMs: number): void {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp) || Number.isNaN(Date.parse(timestamp))) {
    throw new Refusal('InvalidTimeStamp.Format');
  }
  if (Math.abs(Date.parse(timestamp) - nowMs) > toleranceMs) {
    throw new Refusal('InvalidTimeStamp.Expired');
  }
}

function useNonce(nonce: string, world: SimulatorWorld): void {
  const { nonces } = world;
  const now = world.nowMs();
  for (const [used, atMs] of nonces) if (now - atMs > 2 * toleranceMs) nonces.delete(used);
  if (nonces.has(nonce)) throw new Refusal('SignatureNonceUsed');
  nonces.set(nonce, now);
}

/** The refusal of a call that lacks a parameter. */
export function missing(name: string): Refusal {
  return new Refusal(`Missing${name}`, `${name} is mandatory for this action.`, 400);
}
