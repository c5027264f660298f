import { html, nothing } from '../lit.js';
import { icon } from '../icons.js';
import { humanized } from '../page/format.js';
import { PageElement } from '../page/page-element.js';
import './admin-reference.js';
import { documentationLink } from './documentation-link.js';
import './technical-details.js';

/**
 * `<failure-explanation .job .vm .current>`: what went wrong, of what kind it is, what can be done, and where to read
 * more; for admins the raw text too. A current failure also offers a reference for the administrator.
 */
class FailureExplanation extends PageElement {
  static properties = { job: null, vm: null, current: false };

  view() {
    const { job } = this;
    return html`
      <section class="issue">
        <h3>Issue</h3>
        <p class="issue-message" data-testid="error-message">${job.error_message ?? UNEXPLAINED}</p>
        ${job.error_reason ? html`<p data-testid="error-reason">${job.error_reason}</p>` : nothing}
        ${job.error_category ? category(job.error_category) : nothing}
      </section>
      ${job.actionable_steps?.length ? this.#remedy(job) : nothing}
      ${
        job.technical_details
          ? html`<technical-details .text=${asText(job.technical_details)}></technical-details>`
          : nothing
      }`;
  }

  #remedy(job) {
    return html`<section class="remedy">
      <h3>${icon('hint')}What you can do</h3>
      <ul data-testid="error-actions">${job.actionable_steps.map((step) => html`<li>${step}</li>`)}</ul>
      ${documentationLink(job.documentation)}
      ${
        this.current && job.actions?.includes('contact_admin')
          ? html`<admin-reference .job=${job} .vm=${this.vm}></admin-reference>`
          : nothing
      }
    </section>`;
  }
}

const UNEXPLAINED = 'It failed, and no explanation was recorded.';

const category = (name) =>
  html`<p class="muted small">Category: <span class="chip" data-testid="error-category">${humanized(name)}</span></p>`;

const asText = (details) => (typeof details === 'string' ? details : JSON.stringify(details, null, 2));

FailureExplanation.define('failure-explanation');
