// What the HTML of a page must be, by a checker that others wrote.

import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // The policy of the pages forbids inline styles, so one would be silently ignored.
      'no-inline-style': 'error',
      'heading-level': 'error',
      // Sub-resources come from our own address only.
      'require-sri': 'off',
      // A number for every reader: telephone links are not what these pages are about.
      'tel-non-breaking': 'off',
      // An option is wrapped by its label and named by it as well: some assistive technology follows only one of the two.
      'no-redundant-for': 'off',
    },
  }),
);

/** One sentence for each thing that is wrong with the text of a page. */
export async function wrongWith(text) {
  const { results } = await validator.validateString(text);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const there = text.split('\n')[line - 1]?.trim().slice(0, 120);
      return `HTML ${line}:${column} ${message} (${ruleId}): ${there}`;
    }),
  );
}
