package io.clearover.explain.catalogue;

import java.util.Map;

/**
 * A cause from the operator's own file.
 *
 * @param texts its texts by key, by language; empty if the built-in ones stay
 */
record OperatorCause(Cause cause, Map<String, Map<String, String>> texts) {}
