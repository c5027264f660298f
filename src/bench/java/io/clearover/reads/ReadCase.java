package io.clearover.reads;

/**
 * A read that is measured.
 *
 * @param path of the product
 * @param against the path that it is compared with, of the floor or of the product
 * @param target what the ratio of their rates has to be at least
 */
record ReadCase(String name, String path, String against, double target) {}
