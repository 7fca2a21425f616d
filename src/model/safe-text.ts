/** Characters that an identifier never shows: controls, direction changes, zero width, lone surrogates. They make one order look like another. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** In texts joiners and direction marks belong to the language; a text stands in its own `<bdi>`. */
const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFEFF]/gu;
const plain = /^[\x20-\x7E]*$/;

export function stripInvisible(text: string): string {
  return plain.test(text) ? text : text.replace(invisible, '');
}

export function stripUnprintable(text: string): string {
  return plain.test(text) ? text : text.replace(unprintable, '');
}

/** Scheme, then an authority without user info, spaces or anything that a URL parser would read otherwise. */
const absolute =
  /^https?:\/\/(?:\[[\da-f:.]+\]|[^\s#%/:<>?@[\\\]^`{|}]+)(?::(\d{1,5}))?(?:[/?#]|$)/i;

/**
 * An absolute http(s) address, else undefined. What browsers remove before they parse (spaces and controls around it, tab and line break inside)
 * is removed first, so that what is checked is what is opened: "java\nscript:" is not http.
 */
export function safeUrl(text: string): string | undefined {
  const url = trimControls(text).replace(/[\t\n\r]/g, '');
  const match = absolute.exec(url);
  if (match === null || stripInvisible(url) !== url) return undefined;
  return match[1] !== undefined && Number(match[1]) > 65_535 ? undefined : url;
}

function trimControls(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(start, end);
}
