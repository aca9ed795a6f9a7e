/** What the preload's world sends to the main process; `input` is encoded. */
export interface FromPage {
  readonly op: 'invoke';
  readonly id: number;
  readonly channel: string;
  readonly input: string;
}

/** What the main process sends to the preload's world; values are encoded. */
export type ToPage =
  | { readonly op: 'reply'; readonly id: number; readonly value?: string; readonly error?: string }
  | { readonly op: 'event'; readonly channel: string; readonly input: string };

/** Stands for the path of a file until the main process has asked Chromium for it. */
export const filePlaceholder = (id: number): string => `electron-double-file:${id}:`;
export const filePlaceholders = /electron-double-file:(\d+):/g;

/** From the test to the main process under the double. */
export interface ControlRequest {
  readonly id: number;
  /** Source text of a function of (electron, argument). */
  readonly work: string;
  readonly argument: unknown;
}

/** From the main process to the test. */
export type ControlAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };
