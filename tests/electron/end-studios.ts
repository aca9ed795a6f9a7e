import { afterEach } from 'vitest';
import { endStudios } from './use-double';

// Modules are read once for all files, but hooks belong to the file that is running.
afterEach(endStudios);
