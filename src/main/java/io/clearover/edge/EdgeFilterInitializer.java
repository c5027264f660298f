package io.clearover.edge;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;

/** Puts the {@link EdgeFilter} before all other filters of each web application of the server. */
public class EdgeFilterInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(Set<Class<?>> handled, ServletContext application) {
        FilterRegistration.Dynamic filter =
                application.addFilter("edge", new EdgeFilter(Content.of(application), InlineScripts.of(application)));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}
