package io.clearover.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The tests of this class get a {@link Visitor} of the page as a parameter, and fail if the browser's console had anything
 * to complain about. Without a browser they are skipped, unless the property or variable {@code CLEAROVER_BROWSER_REQUIRED}
 * is {@code true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithClearover
@ExtendWith(WithBrowser.Extension.class)
public @interface WithBrowser {

    /** One browser for the run, one fresh visitor for each test. */
    class Extension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

        private static final Namespace OWN = Namespace.create(WithBrowser.class);
        private static final String REQUIRED = "CLEAROVER_BROWSER_REQUIRED";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.installed().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a browser");
            }
            String missing =
                    "NO BROWSER: the tests of the page need Chromium or Chrome; CHROMIUM=/path/to/it names one.";
            if (Boolean.parseBoolean(System.getProperty(REQUIRED, System.getenv(REQUIRED)))) {
                throw new IllegalStateException(missing);
            }
            System.err.println("[WARNING] " + missing + " " + context.getDisplayName() + " is SKIPPED.");
            return ConditionEvaluationResult.disabled(missing);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Visitor.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            Running running = test.getStore(StoreScope.LAUNCHER_SESSION, OWN)
                    .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
            String url = WithClearover.Extension.clearover(test).url();
            return test.getStore(OWN)
                    .getOrComputeIfAbsent(Visitor.class, key -> running.chromium.visitor(url), Visitor.class);
        }

        @Override
        public void afterEach(ExtensionContext test) {
            Visitor visitor = test.getStore(OWN).get(Visitor.class, Visitor.class);
            if (visitor == null) {
                return;
            }
            visitor.close();
            if (test.getExecutionException().isEmpty()) {
                assertThat(visitor.complaints()).as("errors in the console").isEmpty();
            }
        }
    }

    /** The browser of the run; closed by JUnit with its store. */
    class Running implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        static {
            PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE);
        }

        private final Chromium chromium = new Chromium(Chromium.installed().orElseThrow());

        @Override
        public void close() {
            chromium.close();
        }
    }
}
