/**
 * What all resources share: the application path, roles, the reading of requests, problem responses, JSON form and
 * filters before all of them.
 *
 * <p>Depends on no feature, and on {@code database} for how it is known to be away; features use it for their resources.
 */
package io.clearover.web;
