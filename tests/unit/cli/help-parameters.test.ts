import { listParameterFields } from '@isi/parameter-fields';
import { translate } from '@core/messages/catalogue';
import { describe, expect, it } from 'vitest';
import { formatHelp } from '../../../electron/cli/commands/help';

describe.each(['en', 'zh-CN'] as const)('the help of transcribe in %s', (locale) => {
  const stream = { write: () => undefined };
  const signal = new AbortController().signal;
  const help = formatHelp(
    { stdout: stream, stderr: stream, workingDirectory: '/', locale, env: {}, signal },
    'transcribe',
  );

  it.each(['flash', 'file'] as const)('has every parameter of %s, with what it does', (engine) => {
    const [, part = ''] = help.split(translate(locale, 'cli.parameters', { engine }));
    const [section = ''] = part.split('\n\n');
    for (const { name, spec, byDefault } of listParameterFields(engine, undefined)) {
      const lines = section.split('\n').filter((line) => line.startsWith(`  ${name} `));
      expect(lines, name).toHaveLength(1);
      expect(lines[0]).toContain(translate(locale, `parameter.${name}.label`));
      expect(section).toContain(translate(locale, `parameter.${name}.hint`));
      for (const bound of [spec.minimum, spec.maximum, byDefault, ...(spec.choices ?? [])]) {
        if (bound !== undefined) expect(lines[0]).toContain(String(bound));
      }
    }
    expect(section).not.toMatch(/\{\w+\}| \)|,\)/);
  });
});
