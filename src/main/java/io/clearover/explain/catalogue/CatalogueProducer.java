package io.clearover.explain.catalogue;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives the container the catalogue, read once: the built-in one with the entries of the operator's own file. */
@Dependent
public class CatalogueProducer {
    private static final Logger LOG = Logger.getLogger(CatalogueProducer.class.getName());

    /** @param file the operator's own file, see the schema beside the API's description */
    @Produces
    @Singleton
    static Catalogue catalogue(@ConfigProperty(name = "clearover.explain.catalogue-file") Optional<String> file) {
        Catalogue catalogue = file.map(path -> new OperatorFileReader(path).addTo(new Catalogue()))
                .orElseGet(Catalogue::new);
        report(catalogue.operatorFile());
        return catalogue;
    }

    private static void report(OperatorFile file) {
        file.problems()
                .forEach(problem -> LOG.warning("The catalogue file %s is not used: %s"
                        .formatted(file.path().orElseThrow(), problem)));
        if (!file.causes().isEmpty()) {
            LOG.info("The catalogue file %s gives the causes %s"
                    .formatted(file.path().orElseThrow(), String.join(", ", file.causes())));
        }
    }
}
