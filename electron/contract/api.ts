import type { StudioErrorJson } from '@core/errors/studio-error';

/** What the renderer may know of where it runs. */
export interface HostDescription {
  readonly version: string;
  /** `electron`: the desktop product; `browser`: the same services behind a page on this computer. */
  readonly kind: 'electron' | 'browser';
  /** BCP 47 tag of the system's language. */
  readonly systemLanguage: string;
}

/**
 * The one interface between the window and the services: every call by name, with one object of
 * arguments. A new call is added here; the compiler then names every place that must follow.
 */
export interface StudioMethods {
  'host.describe': (input: Readonly<Record<string, never>>) => Promise<HostDescription>;
}

export type MethodName = keyof StudioMethods;
export type MethodInput<Name extends MethodName> = Parameters<StudioMethods[Name]>[0];
export type MethodOutput<Name extends MethodName> = Awaited<ReturnType<StudioMethods[Name]>>;

/** All names, so that a transport can refuse any other; a missing one does not compile. */
export const methodNames = Object.keys({
  'host.describe': true,
} satisfies Record<MethodName, true>) as readonly MethodName[];

/** How a call ends; never a rejection, because Electron strips rejected errors of their fields. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: StudioErrorJson };

/** The two functions each host gives its renderer. */
export interface Transport {
  invoke(name: string, input: unknown): Promise<Reply>;
  /** @returns a function that ends the subscription */
  subscribe(event: string, listener: (payload: unknown) => void): () => void;
}
