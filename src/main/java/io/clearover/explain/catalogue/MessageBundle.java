package io.clearover.explain.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The human texts of the catalogue, by key. A text may hold phrases in braces, such as {@code {again}}, whose words
 * depend on the operation and on what a failure in that kind of step leaves behind.
 */
public final class MessageBundle {
    /** How an operation that is not known is called in the keys. */
    public static final String ANY_OPERATION = "any";

    private final Map<String, String> texts;
    private final Locale locale;

    MessageBundle(Map<String, String> texts, Locale locale) {
        this.texts = new TreeMap<>(texts);
        this.locale = locale;
    }

    /** These texts, with others for all that belongs to an entry. */
    MessageBundle with(String entry, Map<String, String> others) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.keySet().removeIf(key -> key.startsWith(entry + "."));
        changed.putAll(others);
        return new MessageBundle(changed, locale);
    }

    /** Reads a message bundle; a key that stands in it twice is an error. */
    static MessageBundle read(Reader bundle, Locale locale) {
        Map<String, String> texts = new TreeMap<>();
        try {
            new OnceOnly(texts).load(bundle);
        } catch (IOException | IllegalArgumentException e) {
            throw new CatalogueException("messages", "file", "cannot be read: " + e.getMessage());
        }
        return new MessageBundle(texts, locale);
    }

    private static final class OnceOnly extends Properties {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, String> texts;

        OnceOnly(Map<String, String> texts) {
            this.texts = texts;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (texts.put((String) key, ((String) value).strip()) != null) {
                throw new CatalogueException("messages", (String) key, "the key is there twice");
            }
            return null;
        }
    }

    /** The language of the texts. */
    public Locale locale() {
        return locale;
    }

    /** All texts by their keys. */
    public Map<String, String> all() {
        return Map.copyOf(texts);
    }

    /** Empty if there is no such text, or an empty one. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key)).filter(text -> !text.isEmpty());
    }

    /** Whether this language has words for a cause. */
    boolean has(Cause cause) {
        return texts.containsKey("cause." + cause.id() + ".summary");
    }

    /** @throws CatalogueException if there is no such text */
    public String get(String key) {
        return find(key).orElseThrow(() -> new CatalogueException("messages", key, "the text is missing"));
    }

    /** The texts {@code prefix.1}, {@code prefix.2} and so on; empty if there is no first one. */
    public List<String> numbered(String prefix) {
        List<String> found = new ArrayList<>();
        for (Optional<String> text = find(prefix + ".1"); text.isPresent(); ) {
            found.add(text.get());
            text = find(prefix + "." + (found.size() + 1));
        }
        return found;
    }

    /**
     * The text with its phrases filled in; empty if a phrase has no words for this operation, or what is known of the failed
     * one refutes it.
     */
    public Optional<String> fill(String text, String operation, FailedOperation failed) {
        String filled = text;
        for (int open = filled.indexOf('{'); open >= 0; open = filled.indexOf('{')) {
            int close = filled.indexOf('}', open);
            Optional<String> phrase = phrase(filled.substring(open + 1, close), operation, failed);
            if (phrase.isEmpty()) {
                return Optional.empty();
            }
            filled = filled.substring(0, open) + phrase.get() + filled.substring(close + 1);
        }
        return Optional.of(filled);
    }

    private Optional<String> phrase(String name, String operation, FailedOperation failed) {
        if (failed.refutes(name)) {
            return Optional.empty();
        }
        String forOperation = "phrase." + name + "." + operation;
        return find(forOperation + "." + failed.rollbackNeed().name().toLowerCase(Locale.ROOT))
                .or(() -> find(forOperation));
    }
}
