import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  filesOfModel,
  recognisers,
  sourcePackages,
} from '../../../../../electron/engines/local/models/catalogue';

describe('the catalogue of models', () => {
  test('a text kept beside a model has the stated size and checksum', () => {
    for (const { recipe, bytes, sha256 } of sourcePackages.flatMap(({ outputs }) => outputs)) {
      if (recipe.kind !== 'text') continue;
      const text = Buffer.from(recipe.text);
      expect(text.length).toBe(bytes);
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    }
  });

  test('recipes use listed inputs only, and no Spanish model', () => {
    for (const { inputs, outputs } of sourcePackages) {
      const paths = inputs.map(({ path }) => path);
      expect(paths.filter((path) => /(^|[-/])es([-/]|$)/.test(path))).toEqual([]);
      for (const { recipe } of outputs) {
        if (recipe.kind === 'text') continue;
        const used = 'from' in recipe ? [recipe.from] : [recipe.encoder, recipe.decoder];
        expect(paths).toEqual(expect.arrayContaining(used));
      }
    }
  });

  test.each(['base', 'tiny', 'voice-detector'] as const)(
    '%s has its licence beside it',
    (model) => {
      expect(filesOfModel(model).map(({ path }) => path)).toContain(`${model}/LICENSE`);
    },
  );

  test.each(['base', 'tiny'] as const)('%s names six heads it has', (model) => {
    const { shape, alignmentHeads } = recognisers[model];
    expect(new Set(alignmentHeads.map(({ layer, head }) => `${layer}.${head}`)).size).toBe(6);
    for (const { layer, head } of alignmentHeads) {
      expect(layer).toBeLessThan(shape.layers);
      expect(head).toBeLessThan(shape.heads);
    }
  });
});
