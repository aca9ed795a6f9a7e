import type { Texts } from '../texts';

/** Checking by the rules of a profile, in reports and on the command line. */
export const checkTexts = {
  'cli.help.check': [
    'Check subtitles by the rules of whoever takes them; exit 7 where one is broken, 0 where none is (warnings alone too)',
    '按交付方的规则检查字幕；有违规时退出码为 7，没有（或只有警告）时为 0',
  ],
  'cli.help.checkProfile': [
    'Rules to check by, or a file of your own: netflix-en, netflix-zh-Hans, bbc, ted, …; by default by the language of the text',
    '检查所依的规则，或你自己的规则文件：netflix-en、netflix-zh-Hans、bbc、ted……；默认按文字的语言选择',
  ],
  'cli.help.checkFormat': ['How problems are told', '报告的形式'],
  'cli.help.checkOut': [
    'Where the report goes; by default to standard output',
    '报告写到哪里；默认写到标准输出',
  ],
  'cli.help.checkFix': [
    'Write the file with all mended that is safe to mend; what is left is reported',
    '修正可放心修正之处并写入此文件；报告其余问题',
  ],
  'cli.help.checkFps': [
    'Frames a second of the picture, for gaps in frames',
    '画面帧率，用于按帧计算的间隔',
  ],
  'cli.help.checkLanguage': [
    'Language of the text; by default as the file or the profile says',
    '文字的语言；默认以文件或规则为准',
  ],
  'cli.help.checkProfiles': ['List the profiles, and end', '列出所有规则配置后结束'],
  'cli.checkFixOne': [
    '--fix takes one file at a time; name the folder of results instead',
    '--fix 一次只能修正一个文件；请改为给出存放结果的文件夹',
  ],
  'cli.checkNoProfile': [
    'no profile is called {profile}; there are {profiles}',
    '没有名为 {profile} 的规则配置；可用的有 {profiles}',
  ],
  'check.error': ['error', '错误'],
  'check.warning': ['warning', '警告'],
  'check.summary': [
    '{count} {count|cue|cues} checked by {profile}: {errors} errors, {warnings} warnings',
    '已按“{profile}”检查 {count} 条字幕：{errors} 个错误，{warnings} 个警告',
  ],
  'check.fixed': ['{name}: {count} mended', '{name}：已修正 {count} 条'],
  'check.report.title': ['Subtitle check: {profile}', '字幕检查：{profile}'],
  'check.report.errors': ['errors', '错误'],
  'check.report.warnings': ['warnings', '警告'],
  'check.report.cues': ['cues', '字幕'],
  'check.report.rule': ['Rule', '规则'],
  'check.report.count': ['Found', '数量'],
  'check.report.why': ['Why', '原因'],
  'check.report.cue': ['No.', '序号'],
  'check.report.time': ['Time', '入点'],
  'check.report.found': ['Problem', '问题'],
  'check.report.text': ['Text', '文字'],
  'check.report.clean': ['Nothing is wrong.', '没有发现问题。'],
  'check.report.sources': ['Where the rules come from', '规则来源'],
  'error.rules/profile-unreadable.happened': [
    'The rules in {name} cannot be read: {place} {problem}.',
    '无法读取 {name} 中的规则：{place} {problem}。',
  ],
  'error.rules/profile-unreadable.next': [
    'Nothing was changed. Mend the file at the place named, or choose another profile.',
    '没有任何改动。请修正所指位置，或改用其他规则配置。',
  ],
} as const satisfies Texts;
