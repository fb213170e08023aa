package dev.kith.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private static final Indices INDICES = new Indices("kith-");

  @Test
  void peopleHaveTheFieldsOfTheirMapping() throws Exception {
    assertThat(constants(PersonFields.class)).isEqualTo(mapped(INDICES.people()));
  }

  @Test
  void activitiesHaveTheFieldsOfTheirMapping() throws Exception {
    assertThat(constants(ActivityFields.class)).isEqualTo(mapped(INDICES.activities()));
  }

  /** Apart from the fields of the half-lives, whose names are computed. */
  @Test
  void relationshipsHaveTheFieldsOfTheirMapping() throws Exception {
    Set<String> mapped = mapped(INDICES.relationships());
    mapped.removeIf(name -> name.matches("g[0-9_]+"));

    assertThat(constants(RelationshipFields.class)).isEqualTo(mapped);
  }

  private static Set<String> constants(Class<?> fields) throws IllegalAccessException {
    Set<String> values = new TreeSet<>();
    for (Field field : fields.getFields()) {
      values.add((String) field.get(null));
    }
    return values;
  }

  private static Set<String> mapped(Index index) throws IOException {
    try (var in = index.openMapping()) {
      Set<String> names = new TreeSet<>();
      JsonNode properties = new ObjectMapper().readTree(in).path("properties");
      for (String name : names(properties)) {
        names.add(name);
        for (String sub : names(properties.path(name).path("fields"))) {
          names.add(name + "." + sub);
        }
      }
      return names;
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
