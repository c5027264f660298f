package io.clearover.compat;

import io.clearover.rawtext.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What of the appliance's rows is for admins alone, in forms whose texts and counts are never null. Thread-safe. */
@ApplicationScoped
public class Technical {

    private final Redaction redaction;

    Technical() {
        this(null);
    }

    @Inject
    public Technical(Redaction redaction) {
        this.redaction = redaction;
    }

    /** A raw text without its secrets for an admin; for others the empty text, as for null. */
    public String text(String raw, boolean admin) {
        return admin && raw != null ? redaction.redact(raw) : "";
    }

    /** A raw text without its secrets for an admin, if there is one; else what is said instead, or the empty text for null. */
    public String text(String raw, boolean admin, String instead) {
        return admin && raw != null && !raw.isBlank() ? redaction.redact(raw) : orEmpty(instead);
    }

    /** Zero for null, and for what is less. */
    static long count(Long number) {
        return number == null ? 0 : Math.max(number, 0);
    }

    /** The empty text for null. */
    static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
