package io.clearover.acceptance.support;

import io.clearover.quickstart.TestRun;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The tests of this class get the run's installation as a parameter, with all data as after its first start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithClearover.Extension.class)
public @interface WithClearover {

    /** Starts the installation with the first test that needs it, and stops it after the last test of the run. */
    class Extension implements BeforeEachCallback, ParameterResolver {

        @Override
        public void beforeEach(ExtensionContext test) {
            clearover(test).reset();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Clearover.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return clearover(test);
        }

        /** The run's installation. */
        static Clearover clearover(ExtensionContext test) {
            return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(WithClearover.class))
                    .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                    .get();
        }
    }

    /** The installation of the run; closed by JUnit with its store. */
    class Running implements AutoCloseable {

        private final AtomicReference<Clearover> clearover = new AtomicReference<>();

        synchronized Clearover get() {
            if (clearover.get() == null) {
                clearover.set(new Clearover(TestRun.folder("acceptance")));
            }
            return clearover.get();
        }

        @Override
        public void close() {
            if (clearover.get() != null) {
                clearover.get().close();
            }
        }
    }
}
