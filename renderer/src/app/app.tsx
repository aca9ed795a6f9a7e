import type { HostDescription } from '@contract/api';
import { chooseLocale, translate } from '@core/messages/catalogue';
import { useEffect, useState } from 'react';
import { findConnection } from '../client/find-connection';

const { client } = findConnection();

/** The window's first page. */
export function App(): React.JSX.Element {
  const [host, setHost] = useState<HostDescription>();
  useEffect(() => {
    void client.call('host.describe', {}).then(setHost);
  }, []);
  const locale = chooseLocale(host?.systemLanguage ?? navigator.language);
  return (
    <main>
      <h1>{translate(locale, 'app.name')}</h1>
      <p>{host?.version}</p>
    </main>
  );
}
