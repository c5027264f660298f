import { html } from '../lit.js';
import { icon } from '../icons.js';
import { PageElement } from '../page/page-element.js';

/** `<technical-details .text>`: the raw error, folded, with a way to copy it. The server sends it to admins alone. */
class TechnicalDetails extends PageElement {
  static properties = { text: '', copied: '' };

  view() {
    return html`<details class="fold" data-testid="error-technical">
      <summary>Technical details <span class="chip plain">for admins</span></summary>
      <pre tabindex="0" aria-label="Technical details" data-testid="error-technical-text">${this.text}</pre>
      <div class="copy">
        <button type="button" data-testid="error-copy" @click=${() => this.#copy()}>${icon('copy')}Copy</button>
        <span class="muted small" role="status">${this.copied}</span>
      </div>
    </details>`;
  }

  async #copy() {
    this.copied = (await this.#intoClipboard()) ? 'Copied' : 'Selected: copy with your keyboard';
  }

  /** The clipboard API needs a secure context; elsewhere the text is selected, and copied the old way if that works. */
  async #intoClipboard() {
    try {
      await navigator.clipboard.writeText(this.text);
      return true;
    } catch {
      getSelection().selectAllChildren(this.querySelector('pre'));
      return document.execCommand('copy');
    }
  }
}

TechnicalDetails.define('technical-details');
