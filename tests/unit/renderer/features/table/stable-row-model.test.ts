import type { Sentence } from '@core/transcript/sentence';
import fc from 'fast-check';
import { type ReactTable, type Row, type RowModel, useTable } from '@tanstack/react-table';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createStableRowModel } from '../../../../../renderer/src/features/table/stable-row-model';
import {
  makeSentenceColumns,
  sentenceFeatures,
} from '../../../../../renderer/src/features/table/table-columns';

const sentence = (id: string): Sentence => ({
  id,
  beginMs: 0,
  endMs: 0,
  text: id,
  channel: 0,
  words: [],
});

/** The library makes tables for React alone, so one is drawn to have it. */
function makeTable(): ReactTable<typeof sentenceFeatures, Sentence> {
  let made: ReactTable<typeof sentenceFeatures, Sentence> | undefined;
  function Probe(): null {
    made = useTable({ features: sentenceFeatures, columns: makeSentenceColumns('all'), data: [] });
    return null;
  }
  renderToStaticMarkup(createElement(Probe));
  return made!;
}

/** Gives the model of each list that comes. */
function followLists(): (data: readonly Sentence[]) => RowModel<typeof sentenceFeatures, Sentence> {
  const made = makeTable();
  let data: readonly Sentence[] = [];
  const table = Object.create(made, {
    options: { get: () => ({ ...made.options, data }) },
  }) as typeof made;
  const getModel = createStableRowModel(table);
  return (next) => {
    data = next;
    return getModel();
  };
}

test('of whatever becomes of the list, rows stand for it, and those of the same sentence stay', () => {
  const pool = Array.from({ length: 24 }, (_, place) => sentence(`s${place}`));
  const list = fc.array(fc.record({ place: fc.nat(23), isChanged: fc.boolean() }), {
    maxLength: 16,
  });
  fc.assert(
    fc.property(fc.array(list), (lists) => {
      const modelOf = followLists();
      let before = new Map<Sentence, Row<typeof sentenceFeatures, Sentence>>();
      for (const chosen of lists) {
        const byId = new Map(
          chosen.map(({ place, isChanged }) => {
            const known = pool[place]!;
            return [known.id, isChanged ? { ...known } : known];
          }),
        );
        const data = [...byId.values()];
        const { rows, flatRows, rowsById } = modelOf(data);
        expect(rows.map(({ original }) => original)).toEqual(data);
        expect(rows.map(({ index }) => index)).toEqual(data.map((_, index) => index));
        expect(flatRows).toBe(rows);
        expect(Object.keys(rowsById).sort()).toEqual(data.map(({ id }) => id).sort());
        const stayed = rows.filter(({ original }) => before.has(original));
        for (const row of stayed) expect(row).toBe(before.get(row.original));
        before = new Map(rows.map((row) => [row.original, row]));
      }
    }),
  );
});

test('the same list gives the same model', () => {
  const data = [sentence('a'), sentence('b')];
  const modelOf = followLists();
  expect(modelOf(data)).toBe(modelOf(data));
});
