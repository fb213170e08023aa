package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Today's code reads what every released version wrote (BACKWARD_TRANSITIVE). */
class SchemaCompatibilityTest {
  private static final SchemaValidator BACKWARD_TRANSITIVE =
      new SchemaValidatorBuilder().canReadStrategy().validateAll();
  private static final Path TODAY = Path.of("src/main/avro");

  @TestFactory
  Stream<DynamicTest> todaysSchemasReadWhatEveryReleaseWrote() throws IOException {
    var today = new SchemaFolder(TODAY).read();
    Map<String, List<Schema>> released = new TreeMap<>();
    for (Path version : SchemaFolder.released()) {
      new SchemaFolder(version).read().forEach((name, schema) -> addTo(released, name, schema));
    }
    assertThat(released).isNotEmpty();
    return released.entrySet().stream()
        .map(
            written ->
                DynamicTest.dynamicTest(
                    written.getKey(),
                    () -> {
                      assertThat(today).as("a released schema stays").containsKey(written.getKey());
                      BACKWARD_TRANSITIVE.validate(today.get(written.getKey()), written.getValue());
                    }));
  }

  private static void addTo(Map<String, List<Schema>> released, String name, Schema schema) {
    released.computeIfAbsent(name, n -> new ArrayList<>()).add(schema);
  }

  @Test
  void theReleaseInTheMakingIsWhatIsWrittenToday() throws IOException {
    String version = System.getProperty("kith.version", "").replaceFirst("^(\\d+\\.\\d+).*", "$1");
    Path making = Path.of("released", version);

    assertThat(new SchemaFolder(making).texts())
        .as(
            """
            %s must equal %s until version %s is released. If it is not released yet, run
              cp schemas/src/main/avro/*.avsc schemas/released/%s/
            If it is released, it must never change: raise the version in pom.xml first, then copy to
            the folder of the new version.""",
            making, TODAY, version, version)
        .isEqualTo(new SchemaFolder(TODAY).texts());
  }

  @Test
  void aNewFieldWithADefaultIsCompatible() {
    assertThatCode(() -> check(erasureWith("{'name':'why','type':'string','default':''}")))
        .doesNotThrowAnyException();
  }

  @Test
  void aNewFieldWithoutDefaultIsCaught() {
    assertThatExceptionOfType(SchemaValidationException.class)
        .isThrownBy(() -> check(erasureWith("{'name':'why','type':'string'}")));
  }

  @Test
  void anotherTypeOfAFieldIsCaught() {
    assertThatExceptionOfType(SchemaValidationException.class)
        .isThrownBy(() -> check(erasureWith("{'name':'at','type':'int'}")));
  }

  private static void check(Schema next) throws SchemaValidationException {
    BACKWARD_TRANSITIVE.validate(next, List.of(Erasure.getClassSchema()));
  }

  private static Schema erasureWith(String field) {
    return new Schema.Parser()
        .parse(
            "{'type':'record','name':'Erasure','namespace':'dev.kith.schemas','fields':[%s]}"
                .formatted(field)
                .replace('\'', '"'));
  }
}
