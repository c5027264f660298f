package io.clearover.web;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Ends a request with a problem document; rolls back the transaction that it leaves. */
@ApplicationException(rollback = true)
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** 400: a field of the request is wrong. */
    public static ProblemException badField(String field, String message) {
        return badRequest(List.of(new Problem.FieldError(field, message)));
    }

    /** 400: some fields of the request are wrong. */
    public static ProblemException badRequest(List<Problem.FieldError> faults) {
        String detail = faults.size() == 1
                ? "The field %s is wrong: %s"
                        .formatted(faults.get(0).field(), faults.get(0).message())
                : "%d fields are wrong; errors says which and how to mend them.".formatted(faults.size());
        return new ProblemException(Problem.of("bad-request", "The request can't be read", 400, detail)
                .withErrors(faults));
    }

    /** 404: no such thing. */
    public static ProblemException notFound(String slug, String title, String detail) {
        return new ProblemException(Problem.of(slug, title, 404, detail));
    }

    /** 409: not in this state. */
    public static ProblemException conflict(String slug, String title, String detail) {
        return new ProblemException(Problem.of(slug, title, 409, detail));
    }
}
