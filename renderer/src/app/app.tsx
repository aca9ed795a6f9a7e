import { type StudioError, toStudioError } from '@core/errors/studio-error';
import { chooseLocale, translate } from '@core/messages/catalogue';
import { describeError } from '@contract/describe-error';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Connection } from '../client/connection';
import { CommandsContext } from '../commands/commands-context';
import { createCommands } from '../commands/create-commands';
import { Button } from '../components/button';
import { TooltipProvider } from '../components/tooltip';
import type { Player } from '../playback/player';
import { createStudio } from '../state/create-studio';
import { StudioContext } from '../state/studio-context';
import type { StudioParts } from '../state/studio-parts';
import { ErrorBoundary } from './error-boundary';
import { Screen } from './screen';
import { loadFonts } from './load-fonts';
import { Window } from './window';

export interface AppProps {
  readonly connection: Connection;
  readonly player: Player;
}

/** What a key changed is painted first, and what has time comes after it. */
function afterPaint(run: () => void): void {
  requestAnimationFrame(() => setTimeout(run));
}

/** Connects to the services and shows the window, or says why there is none. */
export function App({ connection, player }: AppProps): React.JSX.Element {
  const [studio, setStudio] = useState<StudioParts>();
  const [error, setError] = useState<StudioError>();
  const connect = useCallback(() => {
    setError(undefined);
    const { client } = connection;
    const start = async (): Promise<StudioParts> => {
      const [host, settings] = await Promise.all([
        client.call('host.describe', {}),
        client.call('settings.read', {}),
      ]);
      await loadFonts(settings.locale ?? chooseLocale(host.systemLanguage));
      const newId = (): string => crypto.randomUUID();
      return createStudio({ connection, player, host, settings, newId, afterPaint });
    };
    start().then(setStudio, (thrown: unknown) => setError(toStudioError(thrown)));
  }, [connection, player]);
  useEffect(connect, [connect]);
  const commands = useMemo(
    () => (studio === undefined ? undefined : createCommands(studio)),
    [studio],
  );

  const locale = chooseLocale(studio?.host.systemLanguage ?? navigator.language);
  if (error !== undefined) {
    const { happened, next } = describeError(locale, error, 'window');
    return (
      <Screen isProblem title={happened} text={next}>
        <Button look="primary" onClick={connect}>
          {translate(locale, 'app.retry')}
        </Button>
      </Screen>
    );
  }
  if (studio === undefined || commands === undefined) {
    return <Screen title={translate(locale, 'app.connecting')} />;
  }
  return (
    <ErrorBoundary locale={studio.settings.getState().settings.locale ?? locale}>
      <StudioContext value={studio}>
        <CommandsContext value={commands}>
          <TooltipProvider>
            <Window />
          </TooltipProvider>
        </CommandsContext>
      </StudioContext>
    </ErrorBoundary>
  );
}
