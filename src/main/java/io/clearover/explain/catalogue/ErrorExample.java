package io.clearover.explain.catalogue;

/**
 * A raw error beside the cause that it belongs to, or must not be taken for.
 *
 * @param step the step it occurred in, null if none
 * @param error the raw text
 */
public record ErrorExample(String step, String error) {}
