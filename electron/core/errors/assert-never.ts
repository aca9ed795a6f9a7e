/** Marks a branch the compiler has proved empty; reached only when a type lied at run time. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
