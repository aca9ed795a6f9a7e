/** The arguments of a call that needs none. */
export type Nothing = Readonly<Record<string, never>>;
