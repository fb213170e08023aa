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
 * An application context whose sources can change while it runs. The beans of a source are those
 * with its name as qualifier: its settings, its connector, and other beans per source.
 */
@SuppressWarnings("overrides") // a varargs parameter of a method of Micronaut
public final class SourceContext extends DefaultApplicationContext {
  private static final String PROPERTIES = "kith-sources";

  /** Package of the beans of sources: beans of other packages may have the same name by chance. */
  private static final String CONNECTORS = "dev.kith.ingest.";

  private PropertySource settings = PropertySource.of(PROPERTIES, Map.of());

  /** A context without sources. */
  public SourceContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  /**
   * Replaces the settings of all sources. The beans of the changed sources are destroyed, and
   * created from the new settings when they are requested.
   */
  void replaceSources(Collection<String> changed, Map<String, String> all) {
    changed.stream().map(this::beansOf).flatMap(List::stream).forEach(this::destroyBean);
    Environment environment = getEnvironment();
    environment.removePropertySource(settings);
    settings = PropertySource.of(PROPERTIES, Map.copyOf(all));
    environment.addPropertySource(settings);
    environment.refresh();
    invalidateCaches(); // otherwise the context does not find beans of new sources
  }

  private List<BeanRegistration<?>> beansOf(String source) {
    return List.copyOf(
        getActiveBeanRegistrations(Qualifiers.byName(source)).stream()
            .filter(each -> each.getBeanType().getName().startsWith(CONNECTORS))
            .toList());
  }
}
