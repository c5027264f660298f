import { html } from '../lit.js';
import { icon } from '../icons.js';
import { copied, copy } from '../page/clipboard.js';
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
    this.copied = copied(await copy(this.text, this.querySelector('pre')));
  }
}

TechnicalDetails.define('technical-details');
