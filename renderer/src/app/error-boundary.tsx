import { StudioError } from '@core/errors/studio-error';
import type { Locale } from '@core/messages/catalogue';
import { translate } from '@core/messages/catalogue';
import { Component, type ReactNode } from 'react';
import { Button } from '../components/button';
import { Screen } from './screen';

interface Props {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** Stands between a fault in the window and the person: the document is safe with the services. */
export class ErrorBoundary extends Component<Props, { readonly thrown: unknown }> {
  override state: { readonly thrown: unknown } = { thrown: undefined };

  static getDerivedStateFromError(thrown: unknown): { readonly thrown: unknown } {
    return { thrown: thrown ?? new StudioError('internal', 'nothing was thrown') };
  }

  override render(): ReactNode {
    const { thrown } = this.state;
    const { locale, children } = this.props;
    if (thrown === undefined) return children;
    return (
      <Screen
        isProblem
        title={translate(locale, 'app.broken')}
        text={translate(locale, 'app.broken.safe')}
        detail={thrown instanceof Error ? thrown.message : undefined}
      >
        <Button look="primary" onClick={() => location.reload()}>
          {translate(locale, 'app.reload')}
        </Button>
      </Screen>
    );
  }
}
