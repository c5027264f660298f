package io.clearover.operation;

import jakarta.ejb.ApplicationException;

/** A request for an operation says something that isn't so; rolls back the transaction that it leaves. */
@ApplicationException(rollback = true)
public class WrongRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field what says it, as requests name it
     * @param message what is wrong with it
     */
    WrongRequestException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** What is wrong in the request, such as {@code vm_name}. */
    public String field() {
        return field;
    }
}
