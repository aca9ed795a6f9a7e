import '@fontsource-variable/noto-sans-sc/wght.css';
import '@radix-ui/colors/amber.css';
import '@radix-ui/colors/amber-dark.css';
import '@radix-ui/colors/gray.css';
import '@radix-ui/colors/gray-alpha.css';
import '@radix-ui/colors/gray-dark.css';
import '@radix-ui/colors/gray-dark-alpha.css';
import '@radix-ui/colors/green.css';
import '@radix-ui/colors/green-dark.css';
import '@radix-ui/colors/indigo.css';
import '@radix-ui/colors/indigo-alpha.css';
import '@radix-ui/colors/indigo-dark.css';
import '@radix-ui/colors/indigo-dark-alpha.css';
import '@radix-ui/colors/red.css';
import '@radix-ui/colors/red-dark.css';
import './styles/tokens.css';
import './styles/base.css';
import { findConnection } from './client/find-connection';

const container = document.getElementById('root');
if (container === null) throw new Error('the page has no root element');
// The connection asks what the window needs first; the answers come while its code is loaded.
const connection = findConnection();
const { showApp } = await import('./app/show-app');
showApp(container, connection);
