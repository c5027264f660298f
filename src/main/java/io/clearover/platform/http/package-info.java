/**
 * What the adapters share over HTTP: one exchange bounded in time and size, what to do when an answer gets
 * lost, tolerant reading of JSON, secrets kept out of texts. Knows nothing of any particular system and depends only on
 * the platform package.
 */
package io.clearover.platform.http;
