package dev.kith.ingest.runtime;

import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.BeanRegistration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An application context whose sources can change while it runs. A bean of a source is one that has
 * the source's name: its settings, its connector, and whatever else is made for each source.
 */
@SuppressWarnings("overrides") // a varargs parameter of a method of Micronaut
public final class SourceContext extends DefaultApplicationContext {
  private static final String PROPERTIES = "kith-sources";

  /** Beans of other packages may have the name of a source by chance. */
  private static final String CONNECTORS = "dev.kith.ingest.";

  private PropertySource settings = PropertySource.of(PROPERTIES, Map.of());

  /** A context without sources. */
  public SourceContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  /**
   * Sets the settings of all sources. Beans of the changed ones are destroyed and are made anew,
   * from the new settings, when they are asked for.
   */
  void replaceSources(Collection<String> changed, Map<String, String> all) {
    changed.stream().map(this::beansOf).flatMap(List::stream).forEach(this::destroyBean);
    Environment environment = getEnvironment();
    environment.removePropertySource(settings);
    settings = PropertySource.of(PROPERTIES, Map.copyOf(all));
    environment.addPropertySource(settings);
    environment.refresh();
    invalidateCaches(); // else the context does not look for beans of new sources
  }

  private List<BeanRegistration<?>> beansOf(String source) {
    return List.copyOf(
        getActiveBeanRegistrations(Qualifiers.byName(source)).stream()
            .filter(each -> each.getBeanType().getName().startsWith(CONNECTORS))
            .toList());
  }
}
