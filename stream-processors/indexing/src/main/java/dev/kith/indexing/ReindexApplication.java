package dev.kith.indexing;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.kith.clients.ElasticsearchSettings;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * Makes indices anew, those that are named or all of them, while the services go on. To be run with
 * this step alone on the class path: other steps would start beside it.
 */
public final class ReindexApplication {
  /** The services run elsewhere; here nothing starts but the rebuild. */
  private static final Map<String, Object> ALONE =
      Map.of("kith.indexing.live", false, "kith.setup.enabled", false);

  private static final int FAILED = 1;
  private static final int WRONG_ARGUMENTS = 2;

  private ReindexApplication() {}

  /** Arguments: {@code people}, {@code relationships}, {@code activities}, and settings. */
  public static void main(String[] args) throws InterruptedException {
    List<String> names = Stream.of(args).filter(arg -> !arg.startsWith("-")).toList();
    Optional<String> mistake = mistake(names);
    if (mistake.isPresent()) {
      System.err.println(mistake.get());
      System.exit(WRONG_ARGUMENTS);
    }
    try (var context = ApplicationContext.builder().args(args).properties(ALONE).start()) {
      var rebuild = context.getBean(IndexRebuild.class);
      for (Index index : named(context.getBean(ElasticsearchSettings.class).indices(), names)) {
        rebuild.run(index);
      }
    } catch (IOException | ElasticsearchException | KafkaException failure) {
      System.err.println("the indices cannot be made anew: " + failure.getMessage());
      System.exit(FAILED);
    }
  }

  /** What is wrong with the names, if something is. */
  static Optional<String> mistake(List<String> names) {
    List<String> known = new Indices("").all().stream().map(Index::alias).toList();
    return names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "expected some of %s, or nothing for all; found %s".formatted(known, name));
  }

  /** Those that are named; all if none is. */
  static List<Index> named(Indices indices, List<String> names) {
    return indices.all().stream()
        .filter(
            index ->
                names.isEmpty()
                    || names.contains(index.alias().substring(indices.prefix().length())))
        .toList();
  }
}
