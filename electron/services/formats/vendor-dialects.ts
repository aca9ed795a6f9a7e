import type { AsrDialect } from '@core/formats/asr-json/dialect';
import { vendorDialect } from '@isi/replies/vendor-dialect';

/** Whose results are read beside those that core knows; a further vendor gets its row here. */
export const vendorDialects: readonly AsrDialect[] = [vendorDialect];
