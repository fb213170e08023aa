package dev.kith.setup;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.PutIndexTemplateRequest;
import dev.kith.schemas.Index;
import dev.kith.schemas.Indices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every index behind an alias is made from.
 *
 * @param settings how large and how soon
 * @param halfLives of strength, in days: a relationship has a field for each
 */
record IndexTemplates(SetupSettings settings, List<Double> halfLives) {
  /** Above what a cluster may have for all indices. */
  private static final long PRIORITY = 500;

  /** The template of one index. */
  PutIndexTemplateRequest template(Index index) {
    return PutIndexTemplateRequest.of(
        request ->
            request
                .name(index.alias())
                .indexPatterns(index.pattern())
                .priority(PRIORITY)
                .template(template -> template.settings(indexSettings()).mappings(mapping(index))));
  }

  /** The settings that a living index can take over. */
  IndexSettings changeable() {
    return sized(new IndexSettings.Builder()).build();
  }

  /** The mapping of one index. */
  TypeMapping mapping(Index index) {
    try (InputStream json = index.openMapping()) {
      TypeMapping mapping = new TypeMapping.Builder().withJson(json).build();
      return index.mapping().equals("relationships.json") ? withStrength(mapping) : mapping;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TypeMapping withStrength(TypeMapping mapping) {
    Map<String, Property> properties = new HashMap<>(mapping.properties());
    for (double days : halfLives) {
      properties.put(Indices.strengthField(days), Property.of(field -> field.double_(g -> g)));
    }
    return TypeMapping.of(copy -> copy.dynamic(mapping.dynamic()).properties(properties));
  }

  private IndexSettings indexSettings() {
    try (InputStream json = Index.openSettings()) {
      var builder = new IndexSettings.Builder().withJson(json);
      return sized(builder).numberOfShards(Integer.toString(settings.shards())).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IndexSettings.Builder sized(IndexSettings.Builder builder) {
    builder.refreshInterval(Time.of(t -> t.time(settings.refreshInterval().toMillis() + "ms")));
    Integer replicas = settings.replicas();
    return replicas == null
        ? builder.autoExpandReplicas("0-1")
        : builder.autoExpandReplicas("false").numberOfReplicas(replicas.toString());
  }
}
