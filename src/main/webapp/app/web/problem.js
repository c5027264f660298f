/** A refusal or failure that the server explained (RFC 9457), or the best that can be said of one that it did not. */
export class Problem extends Error {
  /**
   * @param {{status: number, title: string, detail?: string, errors?: {field: string, message: string}[],
   *   choices?: {context_id: string, vm_name: string, vcenter_host: string}[]}} told
   */
  constructor({ status, title, detail, errors = [], choices = [] }) {
    super(detail || title);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.detail = detail ?? '';
    this.errors = errors;
    this.choices = choices;
  }

  /** Nobody answered: the network or the server is away, and trying again is all there is to do. */
  get unreachable() {
    return this.status === 0 || (this.status >= 502 && this.status <= 504);
  }

  /** The server has understood the request and won't carry it out. */
  get refused() {
    return this.status >= 400 && this.status < 500;
  }

  static away() {
    return new Problem({
      status: 0,
      title: "Clearover can't be reached",
      detail: 'The server does not answer. Check your network, or try again in a moment.',
    });
  }

  /** Anything caught, as a problem that can be shown. */
  static of(caught) {
    if (caught instanceof Problem) return caught;
    console.error(caught);
    return new Problem({
      status: -1,
      title: 'This page has a fault',
      detail: 'Reload the page. If it happens again, tell your administrator.',
    });
  }

  /** @param {Response} response */
  static async from(response) {
    const told = await response.json().catch(() => ({}));
    const [title, detail] = TEXTS[response.status] ?? [
      "That didn't work",
      'Try again in a moment. If it happens again, tell your administrator.',
    ];
    return new Problem({
      status: response.status,
      title: told?.title || title,
      detail: told?.detail || (told?.title ? '' : detail),
      errors: Array.isArray(told?.errors) ? told.errors : [],
      choices: Array.isArray(told?.choices) ? told.choices : [],
    });
  }
}

/** For answers without an explanation, as a proxy or the server's core gives them. */
const TEXTS = {
  401: ['Not signed in', 'The user name or the password is not right.'],
  403: ['Not allowed', 'Your role does not allow this. An operator or an administrator can do it.'],
  404: ['Not found', 'It is not known here, or not any more.'],
  409: ['Not possible now', 'The state of this VM does not allow it at the moment.'],
  500: ['The server had a fault', 'It has been logged. Try again; if it happens again, tell your administrator.'],
  502: ["Clearover can't be reached", 'The server does not answer. Trying again may help.'],
  503: ["Clearover isn't ready", 'The server is starting or lost its database. Trying again may help.'],
  504: ["Clearover can't be reached", 'The server does not answer in time. Trying again may help.'],
};
