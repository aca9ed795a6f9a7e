import { expect, type Studio } from './studio-test';

/**
 * Opens a project of elsewhere, and its recording with it: a browser hands over a copy of the
 * project alone, so that its recording, which lies beside the file, has to be chosen too [PF5].
 */
export async function openProject(studio: Studio, path: string, media: string): Promise<void> {
  const { window, hostKind } = studio;
  await studio.chooseFiles([path], () => window.press('file.open'));
  if (hostKind === 'browser') {
    await studio.chooseFiles([media], () => window.player.chooseButton.click());
  }
  await expect(window.table.rows.first()).toBeVisible({ timeout: 30_000 });
  const asked = window.text('player.onlyNamed');
  await expect(window.player.region).not.toContainText(asked, { timeout: 30_000 });
}
