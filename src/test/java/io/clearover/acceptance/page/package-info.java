/** What a person can do, see and understand at the page, in a real browser. */
package io.clearover.acceptance.page;
