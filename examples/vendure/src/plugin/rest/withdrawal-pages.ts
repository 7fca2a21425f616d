import { createHash } from 'node:crypto';
import { type AcknowledgementView, contentOf, inZone } from '../withdrawals/acknowledgement';
import type { Statement } from '../withdrawals/statement';
import { wordsFor } from '../words';
import type { FormFields } from './withdrawal-forms';

const style = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { max-width: 40em; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere; }
dt { font-weight: 600; margin-top: .75em; }
dd { margin: 0; white-space: pre-wrap; }
label { display: block; margin-top: 1em; font-weight: 600; }
input, textarea { box-sizing: border-box; width: 100%; padding: .5em; font: inherit; }
button { margin: 1.5em 0; padding: .75em 1.5em; font: inherit; font-weight: 600; }
[role="alert"] { border: 2px solid; padding: .5em .75em; }
@media print { form, .screen { display: none; } body { margin: 0; } }
`;

/** Nothing but these pages' own style and their own form, whatever was typed. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

/** Step two: what is declared, and the button with the words of the law. */
export function confirmationPage({
  statement,
  fields,
  languageCode,
}: {
  readonly statement: Statement;
  readonly fields: FormFields;
  readonly languageCode: string;
}): string {
  const { check, confirm, title } = wordsFor(languageCode).declaration;
  return page(
    languageCode,
    title,
    `<p>${escaped(check)}</p>
${definitions(contentOf(statement, languageCode))}
<form method="post">
${hidden({ ...fields, confirmed: 'yes' })}
<button>${escaped(confirm)}</button>
</form>`,
  );
}

/** What was typed, to be mended: nothing of it is lost. */
export function correctionPage({
  fields,
  languageCode,
  field,
  notice,
}: {
  readonly fields: FormFields;
  readonly languageCode: string;
  readonly field?: string;
  readonly notice?: string;
}): string {
  const { title, labels, goOn, missing } = wordsFor(languageCode).declaration;
  const input = (name: 'name' | 'contract' | 'contact', complete: string): string => {
    const wrong = name === field;
    return `<label for="${name}">${escaped(labels[name])}</label>
<input id="${name}" name="${name}" required autocomplete="${complete}" value="${escaped(fields[name])}"${wrong ? ` aria-invalid="true" aria-describedby="wrong" autofocus` : ''}>
${wrong ? `<p id="wrong" role="alert">${escaped(missing)}</p>` : ''}`;
  };
  const wrongScope = field === 'scope';
  const known = field === 'name' || field === 'contract' || field === 'contact' || wrongScope;
  const said = notice ?? (field !== undefined && !known ? missing : undefined);
  return page(
    languageCode,
    title,
    `${said === undefined ? '' : `<p role="alert">${escaped(said)}</p>`}
<form method="post">
${hidden({ orderId: fields.orderId })}
${input('name', 'name')}
${input('contract', 'off')}
${input('contact', 'email')}
<label for="scope">${escaped(labels.scope)}</label>
<textarea id="scope" name="scope" rows="3" placeholder="${escaped(labels.everything)}"${wrongScope ? ' aria-invalid="true" aria-describedby="wrong"' : ''}>
${escaped(fields.scope)}</textarea>
${wrongScope ? `<p id="wrong" role="alert">${escaped(missing)}</p>` : ''}
<button>${escaped(goOn)}</button>
</form>`,
  );
}

export function acknowledgementPage(view: AcknowledgementView, languageCode: string): string {
  const words = wordsFor(languageCode).declaration;
  const { reference, receivedAt, timeZone, late, statement, sentTo } = view;
  const { labels } = words;
  return page(
    languageCode,
    words.received,
    `${definitions([
      [labels.reference, reference],
      [labels.receivedAt, inZone(receivedAt, timeZone, languageCode)],
      ...contentOf(statement, languageCode),
    ])}
${late ? `<p>${escaped(words.late)}</p>` : ''}
${sentTo === null ? '' : `<p>${escaped(words.mailed(sentTo))}</p>`}
<p class="screen">${escaped(words.keep)}</p>`,
  );
}

function page(languageCode: string, title: string, content: string): string {
  return `<!doctype html>
<html lang="${wordsFor(languageCode).language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;
}

function definitions(entries: readonly (readonly [label: string, value: string])[]): string {
  const rows = entries.map(
    ([label, value]) => `<dt>${escaped(label)}</dt>\n<dd dir="auto">${escaped(value)}</dd>`,
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes in double quotes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
