import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';

/**
 * The top of every dialog. The title's id is `dialog-title`, which names the dialog for screen readers.
 * @param {{name: string, tone: string, title: string, about?: string, close?: () => void}} head icon name, tone, texts,
 *   and a way to close, if the dialog has no other
 */
export const dialogHead = ({ name, tone, title, about, close }) => html`
  <header class="dialog-head">
    <span class=${`badge ${tone}`}>${icon(name)}</span>
    <div class="dialog-title">
      <h2 id="dialog-title">${title}</h2>
      ${about ? html`<p class="muted" data-testid="dialog-about">${about}</p>` : nothing}
    </div>
    ${close ? closeButton(close) : nothing}
  </header>`;

const closeButton = (close) => html`
  <button type="button" class="quiet square" aria-label="Close" data-testid="error-close" @click=${close}>
    ${icon('close')}
  </button>`;
