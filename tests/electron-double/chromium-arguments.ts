/** Chromium behind the double's windows: sound without a click, and cut off from any network. */
export const doubleChromiumArguments: readonly string[] = [
  '--remote-debugging-port=0',
  '--window-size=1280,800',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
