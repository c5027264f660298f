/**
 * Copies a text. The clipboard API needs a secure context; elsewhere the element that shows the text is selected, and
 * copied the old way if that works.
 * @param {string} text
 * @param {Element} shown where the text stands on the page
 * @returns {Promise<boolean>} false: the text is selected, and the person has to copy it
 */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(shown);
    return document.execCommand('copy');
  }
}

/** What to tell the person. */
export const copied = (done) => (done ? 'Copied' : 'Selected: copy with your keyboard');
