import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMessageReader } from '../../../../renderer/src/client/event-stream';

describe('messages that come in pieces', () => {
  it('are put together whole, wherever they were cut', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ü', '字', ' ', '{'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat({ max: 200 })), (messages, cuts) => {
        const text = messages.map((message) => `${message}\n\n`).join('');
        const places = [0, ...cuts.filter((at) => at < text.length), text.length];
        const sorted = places.toSorted((left, right) => left - right);
        const heard: string[] = [];
        const reader = createMessageReader((message) => heard.push(message));
        sorted.slice(1).forEach((end, place) => reader.read(text.slice(sorted[place], end)));
        expect(heard).toEqual(messages);
      }),
    );
  });
});
