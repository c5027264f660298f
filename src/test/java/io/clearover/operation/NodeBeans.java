package io.clearover.operation;

import com.github.benmanes.caffeine.cache.Ticker;
import io.clearover.database.Database;
import io.clearover.explain.Explainer;
import io.clearover.explain.Fixtures;
import io.clearover.explain.catalogue.StepCatalogue;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.AnnotationLiteral;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a server gives the beans of operations, given by a test. */
record NodeBeans(
        Clock clock,
        Ticker ticker,
        Database database,
        ThreadTransactions transactions,
        OperationFactory plans,
        Executor operations,
        ScheduledExecutorService schedules,
        Map<String, String> configuration)
        implements Extension {

    void add(@Observes AfterBeanDiscovery discovery) {
        bean(discovery, Clock.class, clock);
        bean(discovery, Ticker.class, ticker);
        bean(discovery, Database.class, database);
        bean(discovery, ThreadTransactions.class, transactions);
        bean(discovery, OperationFactory.class, plans);
        bean(discovery, ScheduledExecutorService.class, schedules);
        bean(discovery, Explainer.class, Fixtures.EXPLAINER);
        bean(discovery, StepCatalogue.class, Fixtures.STEPS);
        discovery
                .<Executor>addBean()
                .types(Executor.class)
                .qualifiers(NamedLiteral.of("operations"))
                .createWith(context -> operations);
        configured(discovery, Duration.class, Duration::parse);
        configured(discovery, Integer.class, Integer::valueOf);
        configured(discovery, String.class, text -> text);
    }

    private static <T> void bean(AfterBeanDiscovery discovery, Class<T> type, T instance) {
        discovery.<T>addBean().types(type).createWith(context -> instance);
    }

    private <T> void configured(AfterBeanDiscovery discovery, Class<T> type, Function<String, T> read) {
        discovery
                .<T>addBean()
                .types(type)
                .qualifiers(new Configured())
                .scope(Dependent.class)
                .produceWith(beans -> {
                    ConfigProperty property = beans.select(InjectionPoint.class)
                            .get()
                            .getAnnotated()
                            .getAnnotation(ConfigProperty.class);
                    return read.apply(configuration.getOrDefault(property.name(), property.defaultValue()));
                });
    }

    /** Stands for any property: its members don't tell beans apart. */
    @SuppressWarnings("serial")
    private static final class Configured extends AnnotationLiteral<ConfigProperty> implements ConfigProperty {

        @Override
        public String name() {
            return "";
        }

        @Override
        public String defaultValue() {
            return "";
        }
    }
}
