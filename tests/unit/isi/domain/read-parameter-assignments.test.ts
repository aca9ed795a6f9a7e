import type { StudioError } from '@core/errors/studio-error';
import { toStudioError } from '@core/errors/studio-error';
import { modelTable } from '@isi/model-table';
import { listParameterFields } from '@isi/parameter-fields';
import type { RecognitionService } from '@isi/recognition-service';
import { readParameterAssignments } from '@isi/read-parameter-assignments';
import { describeError } from '@contract/describe-error';
import { describe, expect, it } from 'vitest';

const read = (service: RecognitionService, ...assignments: string[]) =>
  readParameterAssignments({ service, model: undefined, assignments });

function refused(work: () => unknown): StudioError {
  try {
    work();
  } catch (thrown) {
    return toStudioError(thrown);
  }
  throw new Error('nothing was thrown');
}

describe('parameters that are typed as name=value', () => {
  it('have the type that the service takes', () => {
    expect(
      read(
        'file',
        'auto_split=true',
        'supervise_type=1',
        'speaker_num=3',
        'sentence_max_length=12',
        'enable_punctuation_prediction=false',
        'vocabulary_id=a=b',
        'valid_times=[{"begin_time":0,"end_time":900,"channel_id":0}]',
      ),
    ).toEqual({
      auto_split: true,
      supervise_type: 1,
      speaker_num: 3,
      sentence_max_length: 12,
      enable_punctuation_prediction: false,
      vocabulary_id: 'a=b',
      valid_times: [{ begin_time: 0, end_time: 900, channel_id: 0 }],
    });
    expect(read('flash', 'sample_rate=8000', 'speech_noise_threshold=-0.5')).toEqual({
      sample_rate: 8000,
      speech_noise_threshold: -0.5,
    });
  });

  it('are all those of the form, of both engines', () => {
    const samples: Readonly<Record<string, string>> = {
      boolean: 'true',
      text: 'abc',
      json: '{}',
      spans: '[{"begin_time":0,"end_time":900,"channel_id":0}]',
    };
    for (const engine of ['flash', 'file'] as const) {
      for (const { name, spec } of listParameterFields(engine, undefined)) {
        const value =
          name === 'punctuation_mark'
            ? '，'
            : (samples[spec.kind] ?? String(spec.choices?.at(-1) ?? spec.maximum ?? spec.minimum));
        const needed = ['supervise_type', 'speaker_num'].includes(name) ? ['auto_split=true'] : [];
        expect(() => read(engine, ...needed, `${name}=${value}`), name).not.toThrow();
      }
    }
  });

  it.each([
    ['file', 'auto_splitt=true', 'near-name', 'Did you mean auto_split?', '是否想写 auto_split？'],
    ['file', 'AutoSplit=true', 'near-name', 'Did you mean auto_split?', 'auto_split'],
    ['file', 'hotwords=x', 'unknown-name', 'Those it has: enable_timestamp_alignment,', '可用的有'],
    ['flash', 'auto_split=true', 'unknown-name', 'has no parameter "auto_split"', '没有参数'],
    ['file', 'file_link=https://x.test/', 'own', 'is set by Zimu Studio itself', '自行设置'],
    ['file', 'auto_split', 'no-assignment', '--set takes NAME=VALUE', '格式为 NAME=VALUE'],
    ['file', '=3', 'no-assignment', '"=3" is none', '不符合'],
    [
      'file',
      'auto_split=yes',
      'wrong-kind',
      'auto_split: this is not a value of the',
      'auto_split',
    ],
    ['file', 'auto_split=', 'missing', 'auto_split: a value is missing', '缺少'],
    ['file', 'sentence_max_length=99', 'out-of-range', '(4..50)', '4..50'],
    ['file', 'sentence_max_length=x', 'wrong-kind', '(4..50)', '4..50'],
    ['flash', 'sample_rate=44100', 'not-a-choice', '(16000, 8000)', '16000, 8000'],
    ['file', 'special_word_filter=x', 'not-json', 'special_word_filter', 'JSON'],
    ['file', 'speaker_num=2', 'no-effect', 'no effect without auto_split=true', 'auto_split=true'],
  ] as const)('of %s: %s is refused', (engine, assignment, reason, english, chinese) => {
    const error = refused(() => read(engine, assignment));
    expect(error).toMatchObject({ code: 'usage/invalid', data: { reason } });
    expect(error.data['parameter']).toBe(
      reason === 'no-assignment' ? '--set' : assignment.split('=')[0],
    );
    expect(describeError('en', error).happened).toContain(english);
    expect(describeError('zh-CN', error).happened).toContain(chinese);
  });

  it('are refused twice, and where the model is not able to', () => {
    const twice = refused(() => read('file', 'auto_split=true', 'auto_split=false'));
    expect(twice.data).toMatchObject({ reason: 'twice', parameter: 'auto_split' });
    const [model] = modelTable;
    const error = refused(() =>
      readParameterAssignments({
        ...{ service: 'file', model: { ...model!, hasItn: false } },
        assignments: ['enable_inverse_text_normalization=true'],
      }),
    );
    expect(error.data).toMatchObject({ reason: 'unsupported' });
  });

  it('[IS25] win over a preset, whose other values stay', () => {
    const preset = { auto_split: true, speaker_num: 4, sentence_max_length: 20 };
    const given = { service: 'file', model: undefined, preset } as const;
    expect(readParameterAssignments({ ...given, assignments: [] })).toEqual(preset);
    expect(readParameterAssignments({ ...given, assignments: ['speaker_num=2'] })).toEqual({
      ...preset,
      speaker_num: 2,
    });
    // Of a preset, as in the form, what has no effect is passed over.
    expect(readParameterAssignments({ ...given, assignments: ['auto_split=false'] })).toEqual({
      sentence_max_length: 20,
    });
  });
});
