package io.clearover.compat.rest;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what the appliance's GUI shows of without reading it: a refusal is a sentence there, see {@link PlainRefusalFilter}. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface PlainRefusal {}
