package dev.kith.api.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** The OpenAPI description: what the compiler has generated from the controllers, with examples. */
@Singleton
final class OpenApiDocument {
  private static final String GENERATED = "/META-INF/swagger/kith.yml";
  private static final int MAX_ALIASES = 1_000;
  private static final String EXAMPLES = "/dev/kith/api/web/examples.yaml";
  private static final String INBOX = "/dev/kith/api/web/inbox.yaml";

  private final Yaml reader =
      new Yaml(
          new SafeConstructor(loading()),
          new Representer(dumping()),
          dumping(),
          loading(),
          new PlainDates());
  private final Map<String, Object> examples = read(EXAMPLES);
  private final String text = new Yaml(dumping()).dump(completed(read(GENERATED)));

  /** The description as YAML. */
  String text() {
    return text;
  }

  private static LoaderOptions loading() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(MAX_ALIASES);
    return options;
  }

  private static DumperOptions dumping() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setSplitLines(false);
    return options;
  }

  private Map<String, Object> read(String resource) {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("missing resource " + resource);
      }
      return map(reader.load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> completed(Map<String, Object> document) {
    Map<String, Object> inbox = copyOf(read(INBOX));
    map(document.get("paths")).putAll(map(inbox.get("paths")));
    map(map(document.get("components")).get("schemas"))
        .putAll(map(map(inbox.get("components")).get("schemas")));
    map(document.get("paths"))
        .forEach(
            (path, operations) ->
                map(operations)
                    .forEach((method, operation) -> complete(method, path, map(operation))));
    removeUntypedNullable(document);
    return document;
  }

  /** OpenAPI 3.0 allows nullable only beside a type, and responses leave out null values. */
  private static void removeUntypedNullable(@Nullable Object node) {
    if (node instanceof List<?> list) {
      list.forEach(OpenApiDocument::removeUntypedNullable);
    } else if (node instanceof Map<?, ?> map) {
      if (!map.containsKey("type")) {
        map.remove("nullable");
      }
      map.values().forEach(OpenApiDocument::removeUntypedNullable);
    }
  }

  private void complete(String method, String path, Map<String, Object> operation) {
    String question = method.toUpperCase(Locale.ROOT) + " " + path;
    show(map(operation.get("requestBody")), map(examples.get("requests")).get(question));
    allowArray(map(operation.get("requestBody")), map(examples.get("arrays")).get(question));
    Object answer = map(examples.get("answers")).get(question);
    map(operation.get("responses")).entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .forEach(response -> show(map(response.getValue()), answer));
    if (operation.get("parameters") instanceof List<?> parameters) {
      parameters.forEach(parameter -> complete(map(parameter)));
    }
  }

  /** Annotations cannot express a body that is one object or an array of them. */
  private static void allowArray(Map<String, Object> body, @Nullable Object maxItems) {
    if (maxItems != null) {
      map(body.get("content"))
          .values()
          .forEach(
              content ->
                  map(content)
                      .computeIfPresent("schema", (_, one) -> oneOrArray(map(one), maxItems)));
    }
  }

  private static Map<String, Object> oneOrArray(Map<String, Object> one, Object maxItems) {
    var array = new LinkedHashMap<String, Object>();
    array.put("type", "array");
    array.put("minItems", 1);
    array.put("maxItems", maxItems);
    array.put("items", copyOf(one));
    var either = new LinkedHashMap<String, Object>();
    either.put("oneOf", new ArrayList<Object>(List.of(one, array)));
    return either;
  }

  private static void show(Map<String, Object> body, @Nullable Object example) {
    if (example != null) {
      map(body.get("content"))
          .values()
          .forEach(content -> map(content).put("example", copy(example)));
    }
  }

  /** The description of a parameter itself has priority over the shared one of its name. */
  private void complete(Map<String, Object> parameter) {
    Map<String, Object> usual =
        map(map(examples.get("parameters")).get(String.valueOf(parameter.get("name"))));
    parameter.putIfAbsent("description", usual.get("description"));
    if (map(parameter.get("schema")).get("example") == null) {
      parameter.putIfAbsent("example", usual.get("example"));
    }
  }

  @SuppressWarnings("unchecked") // A YAML mapping, whose keys are strings here.
  private static Map<String, Object> map(@Nullable Object node) {
    return node instanceof Map<?, ?> ? (Map<String, Object>) node : new LinkedHashMap<>();
  }

  private static Map<String, Object> copyOf(Map<String, Object> map) {
    return map(copy(map));
  }

  /** A copy for each place, because YAML would otherwise write references to the first one. */
  private static Object copy(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, value) -> copy.put(key, copy(value)));
        yield copy;
      }
      case List<?> list -> new ArrayList<>(list.stream().map(OpenApiDocument::copy).toList());
      default -> node;
    };
  }
}
