/**
 * What all resources share: the application path, roles, problem responses, JSON form and security headers.
 *
 * <p>Depends on no feature; features use it for their resources.
 */
package io.clearover.web;
