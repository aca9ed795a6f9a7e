// `npm run screenshots [-- NAME …]`: pictures of every view of the window, in both themes and
// languages, in the ignored folder screenshots/. What the views are is in tests/ui/views.ts.
import { withModule } from './lib-typescript.mjs';

await withModule('/tests/ui/take-screenshots.ts', ({ takeScreenshots }) =>
  takeScreenshots(process.argv.slice(2)),
);
