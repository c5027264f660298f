package io.clearover.lab.watch;

import java.util.List;

/**
 * A VM of the destination that was made for a source VM.
 *
 * @param id       its id there
 * @param name     its name
 * @param state    its state as the platform calls it
 * @param networks names of the networks that it has a card in, the first one's first
 */
public record Guest(String id, String name, String state, List<String> networks) {}
