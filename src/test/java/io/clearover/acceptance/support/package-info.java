/** What the rooms share: a running installation, those who use it over HTTP or in a browser, and the checks of any answer. */
package io.clearover.acceptance.support;
