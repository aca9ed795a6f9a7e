import {
  listParameterFields,
  parameterConditions,
  type ParameterField,
} from '@isi/parameter-fields';
import { describeAllowed } from '@isi/parameter-spec';
import type { RecognitionService } from '@isi/recognition-service';
import { isMessageKey } from '@core/messages/catalogue';
import { say, type Terminal } from '../terminal';

/**
 * The parameters of a service for the help: name, what it takes, default, and what it does in the
 * words of the window. Rows of two texts; a row without a name goes on with the one before.
 */
export function listParameterRows(
  service: RecognitionService,
  terminal: Terminal,
): readonly (readonly [string, string])[] {
  const fields = listParameterFields(service, undefined);
  return fields.flatMap((field): [string, string][] => {
    const hint = `parameter.${field.name}.hint` as const;
    const own = parameterConditions[field.name];
    const condition = fields.some(({ name }) => name === own?.name) ? own : undefined;
    const lines = [
      say(terminal, `parameter.${field.name}.label`) + describeFacts(field, terminal),
      ...(isMessageKey(hint) ? [say(terminal, hint)] : []),
      ...(condition === undefined
        ? []
        : [
            say(terminal, 'cli.parameter.condition', {
              other: condition.name,
              value: String(condition.is),
            }),
          ]),
    ];
    return lines.map((line, index) => [index === 0 ? field.name : '', line]);
  });
}

/** What it takes and what holds without it, in the brackets of the language. */
function describeFacts({ spec, byDefault }: ParameterField, terminal: Terminal): string {
  const unit = spec.unit === undefined ? '' : say(terminal, `parameter.unit.${spec.unit}`);
  const facts = [
    describeKind(spec, terminal, unit),
    ...(byDefault === undefined
      ? []
      : [say(terminal, 'cli.parameter.byDefault', { value: String(byDefault) })]),
  ];
  return say(terminal, 'cli.parameter.facts', {
    facts: facts.join(say(terminal, 'cli.parameter.and')),
  });
}

function describeKind(
  { kind, minimum, maximum, ...spec }: ParameterField['spec'],
  terminal: Terminal,
  unit: string,
): string {
  switch (kind) {
    case 'boolean':
    case 'choice':
      return [describeAllowed({ kind, ...spec }), unit].filter((text) => text !== '').join(' ');
    case 'integer':
    case 'number': {
      if (minimum === undefined) return say(terminal, `cli.parameter.${kind}`);
      const range =
        maximum === undefined
          ? say(terminal, 'parameter.least', { minimum, unit })
          : say(terminal, 'parameter.range', { minimum, maximum, unit });
      return say(terminal, `cli.parameter.${kind}In`, { range: range.trim() });
    }
    case 'json':
    case 'spans':
      return 'JSON';
    case 'text':
      return say(terminal, 'cli.parameter.text');
  }
}
