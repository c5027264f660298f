package io.clearover.explain;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the container the catalogue that comes with the product, read once. */
@Dependent
public class BuiltInCatalogue {

    @Produces
    @Singleton
    static Catalogue catalogue() {
        return new Catalogue();
    }
}
