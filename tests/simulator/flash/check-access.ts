import { Refusal } from '../simulated-reply';
import type { SimulatedAppkey, SimulatorWorld } from '../simulator-world';

/**
 * Token, billing, Appkey, account, in the order that was observed (protocol §2.3).
 * @throws Refusal 40000001 or 403, 40000010, 40020105, 40020106
 */
export function checkAccess(query: URLSearchParams, world: SimulatorWorld): SimulatedAppkey {
  const id = query.get('token') ?? '';
  const token = world.tokens.get(id);
  if (token === undefined || token.expireMs <= world.nowMs()) {
    if (world.behaviour.tokenRefusal === 403) throw new Refusal(403);
    // The vendor repeats the token here, which a client must not pass on.
    const what = token === undefined ? 'is invalid' : 'has expired';
    throw new Refusal(40000001, `Gateway:ACCESS_DENIED:The token '${id}' ${what}!`);
  }
  const ofAccount = world.appkeys.filter(({ userId }) => userId === token.userId);
  const isRefused = ofAccount.some(
    ({ isTrialExpired, isUnpaid }) => isTrialExpired === true || isUnpaid === true,
  );
  if (isRefused) throw new Refusal(40000010);
  const name = query.get('appkey') ?? '';
  if (name === '') throw new Refusal(40000003, 'Gateway:PARAMETER_INVALID:appkey not set');
  const appkey = world.appkeys.find((candidate) => candidate.appkey === name);
  if (appkey === undefined) throw new Refusal(40020105);
  if (appkey.userId !== token.userId) throw new Refusal(40020106);
  return appkey;
}
