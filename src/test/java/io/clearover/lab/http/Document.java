package io.clearover.lab.http;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;

/** A JSON document: names and values in the order they were given; what is null is left out. */
public final class Document extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;
    private static final Jsonb JSONB = JsonbBuilder.create();

    public static Document of(String name, Object value) {
        return new Document().with(name, value);
    }

    /** Adds to this document. */
    public Document with(String name, Object value) {
        if (value != null) {
            put(name, value);
        }
        return this;
    }

    /** The document as JSON text. */
    public String text() {
        return JSONB.toJson(this);
    }
}
