import { errorFromJson } from '@core/errors/studio-error';
import type { MethodInput, MethodName, MethodOutput, Transport } from './api';

/** The calls of {@link StudioMethods} over any transport. */
export interface StudioClient {
  /** @throws StudioError the coded error of the reply */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
}

/** A typed client: the same calls whether IPC, HTTP or memory lies between. */
export function createClient(transport: Transport): StudioClient {
  return {
    async call<Name extends MethodName>(name: Name, input: MethodInput<Name>) {
      const reply = await transport.invoke(name, input);
      if (!reply.ok) throw errorFromJson(reply.error);
      return reply.value as MethodOutput<Name>;
    },
  };
}
