// What programs of other people are started with: npm runs the install scripts of every package,
// apt-get those of the system's, and none of them has a use for the account of a person.
// Node built-ins only.

/** The environment without the product's own variables and those of the vendor's account. */
export function withoutAccount(environment = process.env) {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(?:ALIYUN|ALIBABA|ZIMU)_/i.test(name)),
  );
}
