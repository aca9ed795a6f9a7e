import { z } from 'zod';
import type { MethodInput, MethodName } from './api';

type InputSchemas = { readonly [Name in MethodName]: z.ZodType<MethodInput<Name>> };

/** What each call accepts, checked on the service side of every transport. */
export const inputSchemas: InputSchemas = {
  'host.describe': z.strictObject({}),
};
