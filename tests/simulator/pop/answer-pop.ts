import { randomUUID } from 'node:crypto';
import type { FaultKind } from '../frame/faults';
import { Refusal, type SimulatedReply } from '../simulated-reply';
import type { SimulatorWorld } from '../simulator-world';
import { popCodes } from '../vendor-codes';
import { checkCaller } from './check-caller';
import type { PopRequest } from './pop-request';
import { createToken } from '../create-token';
import type { FileService } from '../file/file-service';

/** The gateway's three services by the action that is asked for. */
export function nameTarget(action: string): 'token' | 'submit' | 'result' {
  if (action === 'SubmitTask') return 'submit';
  return action === 'GetTaskResult' ? 'result' : 'token';
}

/** Answers a call of CreateToken, SubmitTask or GetTaskResult, refusals included. */
export function answerPop(
  request: PopRequest,
  world: SimulatorWorld,
  files: FileService,
  fault: FaultKind | undefined,
): SimulatedReply {
  const host = request.headers['host'] ?? '';
  try {
    const account = checkCaller(request, world);
    if (fault?.kind === 'refuse') throw new Refusal(fault.code, fault.text, fault.httpStatus);
    switch (nameTarget(request.action)) {
      case 'token':
        return createToken(account, world);
      case 'submit':
        return files.submit(request, account);
      case 'result':
        return files.query(request, account);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (typeof error.code === 'string') return describePopRefusal(error, host);
    return nameTarget(request.action) === 'token'
      ? describeTokenRefusal(error)
      : files.refuse(error);
  }
}

/** `ErrCode` and `ErrMsg` are the service's own fields for failures (protocol §1.4). */
function describeTokenRefusal({ code, text, httpStatus }: Refusal): SimulatedReply {
  return {
    status: httpStatus ?? 200,
    body: { RequestId: randomUUID().toUpperCase(), ErrCode: code, ErrMsg: text ?? '' },
  };
}

function describePopRefusal({ code, text, httpStatus }: Refusal, host: string): SimulatedReply {
  const known = popCodes[code];
  return {
    status: httpStatus ?? known?.httpStatus ?? 400,
    body: {
      RequestId: randomUUID().toUpperCase(),
      Message: text ?? known?.text ?? '',
      Recommend: `https://next.api.aliyun.com/troubleshoot?q=${code}&product=nls-cloud-meta`,
      HostId: host,
      Code: code,
    },
  };
}
