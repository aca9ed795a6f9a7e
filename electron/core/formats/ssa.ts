import { defineScriptFormat } from './ass/define-script-format';
import { oldVersion } from './ass/script-version';

/** Scripts of SubStation Alpha 4 [FM35]. */
export const ssa = defineScriptFormat(oldVersion, {
  name: ['SSA (SubStation Alpha 4)', 'SSA（SubStation Alpha 4）'],
  about: [
    'The older form of ASS, for programs that do not know the newer one.',
    'ASS 的旧版本，供不支持新版的程序使用。',
  ],
  programs: ['Aegisub', 'VLC'],
  mediaType: 'text/x-ssa',
});
