package io.clearover.lab.source;

/** The line to a vCenter's site is broken: the client gets no answer at all. */
final class SiteDown extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
