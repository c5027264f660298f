/**
 * Broken requests for all that the server answers, made by chance from its own description, and the judgement of the answers.
 *
 * <p>{@code Plan} says which request comes when, {@code Draft} is a request while it is made, the {@code …Mutations} break
 * it, {@code Wire} sends it, the {@code …Rule}s judge the answer, {@code Findings} keep each kind of fault once. All of a
 * request follows from the seed and its number, so that it can be sent again alone.
 */
package io.clearover.acceptance.fuzz;
