package io.clearover.rawtext;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * Knows a statement of SQL from a sentence: "select" and "update" are words of both, so a statement is known by what only it
 * has, such as a table's name with an underscore, a comparison after "where", or keywords in capitals.
 */
final class SqlSign {

    private static final String NAME = "[`\"\\w.$]+";

    /** A name that nobody would write in a sentence: with an underscore, a quote, or a dot within. */
    private static final String TECHNICAL = "(?:[\\w.`]*\\w_\\w[\\w.`]*|`[^`]+`[\\w.`]*|\\w+\\.[`\\w]+)";

    private static final String FUNCTION =
            "(?:count|max|min|sum|avg|coalesce|concat|group_concat|json_\\w+|ifnull|sleep|version|database|user)\\([^)]*\\)";

    private static final String COLUMN = "(?:\\*|id|uuid|" + FUNCTION + "|" + TECHNICAL + ")";

    private static final String COLUMNS = "(?:(?:distinct|all)\\s+)?(?:" + NAME + "\\s*,\\s*)*" + COLUMN
            + "(?:\\s*,\\s*(?:" + NAME + "|" + COLUMN + "))*";

    private static final String COMPARISON = NAME
            + "\\s*(?:=|<|>|!=|(?:not\\s+)?like\\s+['\"]|(?:not\\s+)?in\\s*\\(|is\\s+(?:not\\s+)?null\\b|between\\s+\\S+\\s+and\\b)";

    /** Anything within one statement and one sentence. */
    private static final String BETWEEN = "(?:[^.;!?]|\\.[\\w`*])*?";

    /** What follows a table, but no noun. */
    private static final String AFTER_TABLE =
            "\\s*(?:$|[;,)'\"]|\\.\\s*$|(?:as\\s+)?(?:\\w+\\s+)?(?:where\\s|(?:inner\\s+|left\\s+"
                    + "|right\\s+|cross\\s+)?join\\s)|order\\s+by\\s|group\\s+by\\s|having\\s|limit\\s+\\d|union\\s|for\\s+update\\b)";

    private static final String INTO = "\\b(?:insert\\s+(?:ignore\\s+)?|replace\\s+)into\\s+";

    private static final Pattern STATEMENT = Pattern.compile(
            String.join(
                    "|",
                    List.of(
                            "(?i:\\bselect\\s" + BETWEEN + "\\bfrom\\s+" + TECHNICAL + ")",
                            "(?i:\\bselect\\s+" + COLUMNS + "\\s+from\\s+" + NAME + AFTER_TABLE + ")",
                            "\\bSELECT\\s" + BETWEEN + "\\sFROM\\s+" + NAME + "(?i:" + AFTER_TABLE + ")",
                            "(?i:\\bunion\\s+(?:all\\s+)?select\\b)",
                            "(?i:\\bfrom\\s+" + NAME + "\\s+where\\s+" + COMPARISON + ")",
                            "(?i:" + INTO + TECHNICAL + ")",
                            "(?i:" + INTO + NAME + "\\s*(?:\\([^)]*\\)\\s*)?(?:values?\\s*\\(|select\\s|set\\s+" + NAME
                                    + "\\s*=))",
                            "\\b(?:INSERT|REPLACE)\\s+(?:IGNORE\\s+)?INTO\\s",
                            "(?i:\\bupdate\\s+" + NAME + "\\s+(?:(?:as\\s+)?\\w+\\s+)?set\\s+" + NAME + "\\s*=)",
                            "(?i:\\bupdate\\s+" + TECHNICAL + "\\s+set\\b)",
                            "\\bUPDATE\\s+" + NAME + "\\s+SET\\s",
                            "(?i:\\bdelete\\s+from\\s+(?:" + TECHNICAL + "|" + NAME + "\\s*;))",
                            "\\bDELETE\\s+FROM\\s",
                            "(?i:\\b(?:alter|truncate)\\s+table\\s+" + NAME + ")",
                            "(?i:\\bdrop\\s+table\\s+(?:if\\s+exists\\s+)?" + NAME + "\\s*(?:$|[;,]))",
                            "(?i:\\bcreate\\s+(?:temporary\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?" + NAME
                                    + "\\s*\\()",
                            "(?i:\\b(?:create\\s+(?:unique\\s+)?|drop\\s+)index\\s+" + NAME + "\\s+on\\s+(?:"
                                    + TECHNICAL + "|" + NAME + "\\s*\\())",
                            "(?i:\\bgrant\\s+[\\w, ]+\\son\\s+[`\\w*]+\\.[`\\w*]+\\s+to\\s)",
                            "\\b(?:ALTER|CREATE|DROP|TRUNCATE|LOCK|RENAME)\\s+(?:TABLES?|DATABASE|SCHEMA|INDEX|VIEW|TRIGGER|USER)\\s")));

    private SqlSign() {}

    /** Matches anywhere in a text that holds a statement, or the beginning of one. */
    static Pattern pattern() {
        return STATEMENT;
    }
}
