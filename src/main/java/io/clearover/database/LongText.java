package io.clearover.database;

import io.clearover.rawtext.Excerpt;

/**
 * SQL for columns that hold long texts, which any program may have written, of any length: what is read of one is bounded
 * where it is, in the database. For MariaDB and MySQL.
 */
public final class LongText {

    /** Characters of the longest JSON document that is read. */
    private static final int LONGEST_DOCUMENT = 65_536;

    /** Characters that are read of what is a name, or one of a few words. */
    private static final int LONGEST_NAME = 255;

    private LongText() {}

    /**
     * A technical text, of a long one its {@link Excerpt}.
     *
     * @param column or an expression without side effects
     */
    public static String excerpt(String column) {
        return "CASE WHEN CHAR_LENGTH(%1$s) > %2$d THEN CONCAT(LEFT(%1$s, %3$d), '%4$s', RIGHT(%1$s, %3$d)) ELSE %1$s END"
                .formatted(column, Excerpt.MOST, Excerpt.PART, Excerpt.GAP);
    }

    /** A JSON document; null instead of a long one, since a part of it is none. */
    public static String document(String column) {
        return "CASE WHEN CHAR_LENGTH(%1$s) <= %2$d THEN %1$s END".formatted(column, LONGEST_DOCUMENT);
    }

    /** A JSON document of which one text may be long, read in part; null if it is still long, or is none. */
    public static String document(String column, String text) {
        String shortened = "JSON_SET(%1$s, '$.%2$s', %3$s)"
                .formatted(column, text, excerpt("JSON_UNQUOTE(JSON_EXTRACT(%s, '$.%s'))".formatted(column, text)));
        return "CASE WHEN CHAR_LENGTH(%1$s) <= %2$d THEN %1$s WHEN JSON_VALID(%1$s) THEN %3$s END"
                .formatted(column, LONGEST_DOCUMENT, document(shortened));
    }

    /** The beginning, of what is short unless something is wrong. */
    public static String name(String column) {
        return "LEFT(%s, %d)".formatted(column, LONGEST_NAME);
    }
}
