package io.clearover.explain;

import java.util.List;

/**
 * A step under all names that it has or had.
 *
 * @param slug its stable name, made from the English display name
 * @param names the technical names
 * @param category the part of an operation it belongs to
 * @param kind the {@link StepKind}'s id
 */
record Step(String slug, List<String> names, StepCategory category, String kind) {}
