import { randomUUID } from 'node:crypto';
import type { SimulatedAccount } from './simulated-service';
import { Refusal, type SimulatedReply } from './simulated-reply';
import type { SimulatorWorld } from './simulator-world';

/**
 * Issues a token for an account (protocol §1.4). Older ones stay good.
 * @throws Refusal `40020503` where the account may not
 */
export function createToken(account: SimulatedAccount, world: SimulatorWorld): SimulatedReply {
  if (account.denied?.includes('CreateToken') === true) throw new Refusal('40020503');
  const id = randomUUID().replaceAll('-', '');
  const expireMs = world.nowMs() + world.behaviour.tokenLifeMs;
  world.tokens.set(id, { userId: account.userId, expireMs });
  return {
    status: 200,
    body: {
      NlsRequestId: randomUUID().replaceAll('-', ''),
      ErrMsg: '',
      RequestId: randomUUID().toUpperCase(),
      Token: { ExpireTime: Math.floor(expireMs / 1000), Id: id, UserId: account.userId },
    },
  };
}
