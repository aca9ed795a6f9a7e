import { errorFromJson } from '@core/errors/studio-error';
import type {
  EventName,
  MethodInput,
  MethodName,
  MethodOutput,
  StudioEvents,
  Transport,
} from './api';

/** The calls and events of the contract over any transport. */
export interface StudioClient {
  /** @throws StudioError the coded error of the reply */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** @returns a function that ends the subscription */
  on<Name extends EventName>(
    name: Name,
    listener: (payload: StudioEvents[Name]) => void,
  ): () => void;
}

/** A typed client: the same calls whether IPC, HTTP or memory lies between. */
export function createClient(transport: Transport): StudioClient {
  return {
    async call<Name extends MethodName>(name: Name, input: MethodInput<Name>) {
      const reply = await transport.invoke(name, input);
      if (!reply.ok) throw errorFromJson(reply.error);
      return reply.value as MethodOutput<Name>;
    },
    on: (name, listener) => transport.subscribe(name, listener as (payload: unknown) => void),
  };
}
