package io.clearover.explain.catalogue;

/** The catalogue is not usable: the message says which entry, which of its fields, and why. */
public class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param entry the entry, such as {@code cause volume-in-use}
     * @param field the field of that entry
     * @param why what is wrong with it and what would be right
     */
    public CatalogueException(String entry, String field, String why) {
        super("Explanation catalogue: %s, %s: %s".formatted(entry, field, why));
    }
}
