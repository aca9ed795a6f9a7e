import { lazy, Suspense, useEffect } from 'react';
import { useSession } from '../state/studio-context';
import { Palette } from './palette';

/** By then a long project stands and is looked at: loading more code would hold that up. */
const loadAfterMs = 10_000;

const loadView = async () => ({ default: (await import('./dialog-view')).DialogView });
const DialogView = lazy(loadView);

/** The dialog that is open, if one is. Their code is loaded once the window stands. */
export function Dialogs(): React.JSX.Element | undefined {
  const dialog = useSession((state) => state.dialog);
  useEffect(() => {
    const timer = setTimeout(() => void loadView(), loadAfterMs);
    return () => clearTimeout(timer);
  }, []);
  if (dialog === undefined) return undefined;
  // Who opens it types on at once.
  if (dialog === 'palette') return <Palette />;
  return (
    <Suspense>
      <DialogView dialog={dialog} />
    </Suspense>
  );
}
