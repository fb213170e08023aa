package dev.kith.api.web;

import static dev.kith.api.web.Operation.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI description is complete and has examples, and it agrees with the README. */
class OpenApiDocumentTest {
  private final Map<String, Object> document = read(new OpenApiDocument().text());
  private final List<Operation> operations = Operation.all(document);

  private static Map<String, Object> read(String yaml) {
    return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
  }

  private Stream<DynamicTest> each(Consumer<Operation> check) {
    assertThat(operations).hasSizeGreaterThan(20);
    return operations.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check.accept(each)));
  }

  @TestFactory
  Stream<DynamicTest> everyOperationSaysWhatItDoes() {
    return each(
        operation -> {
          assertThat(String.valueOf(operation.said().get("description"))).hasSizeGreaterThan(10);
          assertThat(operation.said().get("tags")).isNotNull();
        });
  }

  @TestFactory
  Stream<DynamicTest> everyParameterSaysWhatItIsAndShowsOne() {
    return each(
        operation ->
            operation
                .parameters()
                .forEach(
                    parameter -> {
                      String name = String.valueOf(parameter.get("name"));
                      assertThat(parameter.get("description")).as(name).isNotNull();
                      assertThat(
                              Stream.of(parameter, map(parameter.get("schema")))
                                  .anyMatch(where -> where.get("example") != null))
                          .as("an example of " + name)
                          .isTrue();
                      assertThat(parameter.get("required"))
                          .as(name)
                          .isEqualTo(isRequired(operation, parameter));
                    }));
  }

  private static boolean isRequired(Operation operation, Map<String, Object> parameter) {
    boolean isChoice = "forget".equals(parameter.get("name"));
    return "path".equals(parameter.get("in"))
        || String.valueOf(parameter.get("name")).startsWith("X-")
        || (operation.method().equals("DELETE") && !isChoice);
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerAndEveryRequestIsShownAndIsWhatTheSchemaSays() {
    var check = new ExampleCheck(map(map(document.get("components")).get("schemas")));
    return each(
        operation -> {
          var contents = new ArrayList<>(operation.contents("2"));
          contents.addAll(operation.requests());
          contents.forEach(
              content ->
                  assertThat(check.faults(content.get("example"), map(content.get("schema"))))
                      .isEmpty());
          Map<String, Object> responses = map(operation.said().get("responses"));
          boolean isWithoutContent =
              responses.containsKey("204")
                  && !responses.containsKey("200")
                  && operation.requests().isEmpty();
          assertThat(contents.isEmpty())
              .isEqualTo(isWithoutContent || operation.method().equals("DELETE"));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyOperationSaysHowItIsRefused() {
    return each(
        operation -> {
          assertThat(map(operation.said().get("responses")))
              .containsKeys("400", "401", "403", "503");
          assertThat(operation.contents("4"))
              .isNotEmpty()
              .allSatisfy(
                  content ->
                      assertThat(map(content.get("schema")))
                          .containsEntry("$ref", "#/components/schemas/Problem"));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyOperationStandsInTheReadmeWithItsAnswer() {
    List<Curls.Curl> curls = Curls.of(Path.of("README.md"));
    return each(
        operation ->
            assertThat(curls)
                .as("a curl of " + operation)
                .anyMatch(
                    curl ->
                        curl.asks(operation)
                            && (curl.answered() || operation.contents("2").isEmpty())));
  }

  /** As the linter of continuous integration reads it. */
  @Test
  void theDescriptionIsAFileThatReadsTheSame() throws IOException {
    Path file = Path.of("target", "openapi.yaml");

    Files.writeString(file, new OpenApiDocument().text());

    assertThat(read(Files.readString(file))).isEqualTo(document);
  }

  @Test
  void thereAreNoOtherExamples() {
    Map<String, Object> examples =
        map(
            new Yaml()
                .load(
                    OpenApiDocumentTest.class.getResourceAsStream(
                        "/dev/kith/api/web/examples.yaml")));
    List<String> known = operations.stream().map(Operation::toString).toList();

    assertThat(known)
        .containsAll(map(examples.get("answers")).keySet())
        .containsAll(map(examples.get("requests")).keySet());
  }

  @Test
  void everyCurlOfTheReadmeRequestsAnExistingOperation() {
    assertThat(Curls.of(Path.of("README.md")))
        .hasSizeGreaterThan(20)
        .allSatisfy(curl -> assertThat(operations).as(curl.toString()).anyMatch(curl::asks));
  }
}
