package dev.kith.indexing;

import dev.kith.schemas.ElasticsearchSettings;
import dev.kith.schemas.Index;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes indices anew, those that are named or all of them, while the services go on. To be run with
 * this step alone on the class path: other steps would start beside it.
 */
public final class ReindexApplication {
  /** The services run elsewhere; here nothing starts but the rebuild. */
  private static final Map<String, Object> ALONE =
      Map.of("kith.indexing.live", false, "kith.setup.enabled", false);

  private ReindexApplication() {}

  /** Arguments: {@code people}, {@code relationships}, {@code activities}, and settings. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> names = Stream.of(args).filter(arg -> !arg.startsWith("-")).toList();
    try (var context = ApplicationContext.builder().args(args).properties(ALONE).start()) {
      String prefix = context.getBean(ElasticsearchSettings.class).prefix();
      rebuild(context.getBean(Rebuild.class), names, prefix);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void rebuild(Rebuild rebuild, List<String> names, String prefix)
      throws IOException, InterruptedException {
    for (Index index : named(rebuild.indices(), names, prefix)) {
      System.out.println(index.alias() + ": is made anew");
      long records = rebuild.run(index);
      System.out.println(index.alias() + ": complete, " + records + " records");
    }
  }

  /** Those that are named; all if none is. */
  static List<Index> named(List<Index> indices, List<String> names, String prefix) {
    List<String> known =
        indices.stream().map(index -> index.alias().substring(prefix.length())).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "expected some of %s or nothing for all, found %s".formatted(known, name));
      }
    }
    return indices.stream()
        .filter(
            index -> names.isEmpty() || names.contains(index.alias().substring(prefix.length())))
        .toList();
  }
}
