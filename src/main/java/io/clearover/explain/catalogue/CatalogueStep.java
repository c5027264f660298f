package io.clearover.explain.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A step under all names that it has or had.
 *
 * @param slug its stable name, made from the English display name
 * @param names the technical names
 * @param category the part of an operation it belongs to
 * @param kind the {@link StepKind}'s id
 * @param typicalDuration empty for the step that stands for all unknown ones
 */
public record CatalogueStep(
        String slug,
        List<String> names,
        StepCategory category,
        String kind,
        Optional<TypicalDuration> typicalDuration) {}
