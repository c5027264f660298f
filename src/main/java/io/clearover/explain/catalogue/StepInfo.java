package io.clearover.explain.catalogue;

import java.util.Optional;

/**
 * A step of an operation as it is shown.
 *
 * @param name the technical name, for admins only; for a step that is not in the catalogue the neutral slug
 * @param displayName the name for everybody, such as "Pre-flight Validation"
 * @param slug the display name in lower case with hyphens: a key that tells nothing technical
 * @param category the part of the operation it belongs to
 * @param description what happens in it, one plain sentence
 * @param typicalDuration how long it usually takes; empty for a step that is not in the catalogue
 */
public record StepInfo(
        String name,
        String displayName,
        String slug,
        StepCategory category,
        String description,
        Optional<TypicalDuration> typicalDuration) {}
