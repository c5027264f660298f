package io.clearover.acceptance.fuzz;

/**
 * Why a request may be refused before any application is reached: then the connection may end without an answer, and the
 * answer may have an empty body. It never may have internals.
 */
enum Excuse {
    /** Its first line is none of HTTP/1.1. */
    NOT_HTTP,
    /** A line of its head is none. */
    BROKEN_HEAD,
    /** Its head is longer than a server reads. */
    TOO_LONG_HEAD,
    /** Where its body ends can't be told, or not for sure. */
    BROKEN_FRAMING,
    /** Its sender went away before its end. */
    UNFINISHED,
    /** Its body is longer than a server reads: the answer can get lost while the rest is still being sent. */
    TOO_LONG_BODY
}
