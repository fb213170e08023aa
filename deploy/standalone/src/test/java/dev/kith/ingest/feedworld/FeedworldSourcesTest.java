package dev.kith.ingest.feedworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.schemas.Activity;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configured source is a bean, and nothing else has to be registered. */
class FeedworldSourcesTest {
  @TempDir private Path folder;

  @Test
  void eachConfiguredExportIsAConnector() throws Exception {
    Path export =
        Files.writeString(folder.resolve("export.tsv"), "1\t2026-03-04T05:06:07Z\tann\tbob\tHi\n");
    try (ApplicationContext context =
        ApplicationContext.builder(new OnlyFeedworld(getClass().getClassLoader()))
            .properties(Map.of("kith.sources.feedworld.ann.location", export.toString()))
            .start()) {

      Connector connector = context.getBean(Connector.class);

      assertThat(connector.source()).isEqualTo("ann");
      assertThat(connector.read(Cursor.START).activities())
          .extracting(Activity::getText)
          .containsExactly("Hi");
    }
  }

  /** Finds no beans of the services, which are on the class path, too. */
  private static final class OnlyFeedworld extends ClassLoader {
    OnlyFeedworld(ClassLoader all) {
      super(all);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> found = Collections.list(super.getResources(name));
      found.removeIf(url -> name.startsWith("META-INF/micronaut") && !isWanted(url.getPath()));
      return Collections.enumeration(found);
    }

    private static boolean isWanted(String path) {
      return path.contains("/io/micronaut/") || path.contains("/test-classes/");
    }
  }
}
