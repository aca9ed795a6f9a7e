import { expect, test } from 'vitest';
import { listTextTracks, readTextTrack } from '../../../../electron/services/media/text-tracks';

const stream = (index: number, kind: 'audio' | 'subtitle', codec: string) => ({
  ...{ index, kind, codec, startOffsetMs: 0 },
});

test('[FM86] tracks of pictures are told apart and refused', async () => {
  const streams = [
    stream(0, 'audio', 'aac'),
    stream(1, 'subtitle', 'hdmv_pgs_subtitle'),
    stream(2, 'subtitle', 'ass'),
  ];
  const tracks = listTextTracks({ streams });
  expect(tracks).toEqual([
    { track: 0, index: 1, codec: 'hdmv_pgs_subtitle', isUndecodable: true },
    { track: 1, index: 2, codec: 'ass' },
  ]);
  await expect(
    readTextTrack({ path: '/film.mkv', timeline: 'kept' }, tracks[0]!, { tools: undefined! }),
  ).rejects.toMatchObject({
    code: 'text/picture-track',
    data: { track: 1, codec: 'hdmv_pgs_subtitle' },
  });
});
