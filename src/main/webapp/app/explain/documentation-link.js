import { html, nothing } from '../lit.js';

/** A link to what the documentation says about a problem; nothing where there is no such page. */
export const documentationLink = (address) =>
  address
    ? html`<p><a href=${address} target="_blank" rel="noopener" data-testid="error-documentation">Read more about this
        problem</a></p>`
    : nothing;
