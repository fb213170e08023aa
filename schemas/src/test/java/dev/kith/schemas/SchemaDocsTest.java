package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A schema explains itself to those who have nothing but the registry. */
class SchemaDocsTest {
  static final List<Class<? extends SpecificRecord>> RECORDS =
      List.of(
          Activity.class,
          Profile.class,
          CursorRecord.class,
          Decision.class,
          Erasure.class,
          SavedSearch.class,
          Membership.class,
          Person.class,
          Relationship.class,
          UnreadableRecord.class);

  @TestFactory
  Stream<DynamicTest> everyRecordAndEveryFieldSaysWhatItIsFor() {
    return RECORDS.stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.getSimpleName(),
                    () -> assertThat(undocumented(SpecificData.get().getSchema(type))).isEmpty()));
  }

  private static List<String> undocumented(Schema schema) {
    List<String> missing = new ArrayList<>();
    switch (schema.getType()) {
      case RECORD -> {
        note(missing, schema.getDoc(), schema.getName());
        for (Schema.Field field : schema.getFields()) {
          note(missing, field.doc(), schema.getName() + "." + field.name());
          missing.addAll(undocumented(field.schema()));
        }
      }
      case ARRAY -> missing.addAll(undocumented(schema.getElementType()));
      case UNION -> schema.getTypes().forEach(type -> missing.addAll(undocumented(type)));
      default -> {}
    }
    return missing;
  }

  private static void note(List<String> missing, @Nullable String doc, String what) {
    if (doc == null || doc.length() < 5 || !doc.matches("(?s).*[.…]")) {
      missing.add(what);
    }
  }
}
