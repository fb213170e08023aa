package dev.kith.api.searches;

import dev.kith.api.changes.EntityType;
import dev.kith.api.error.InvalidParameter;
import dev.kith.api.search.SafeText;
import dev.kith.api.web.JsonFields;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to save a search.
 *
 * @param name of the search
 * @param q the search, in the search language
 * @param what activities (default), relationships or people
 * @param as the viewer; the default viewer if missing
 */
@Serdeable
record SavedSearchRequest(
    @Schema(example = "Losing touch") String name,
    @Schema(example = "trend:cooling strength:>5") String q,
    @Nullable @Schema(example = "relationships") String what,
    @Nullable @Schema(example = "ann@example.org") String as) {
  private static final int LONGEST_NAME = 200;

  static SavedSearchRequest read(JsonNode body) {
    var fields = JsonFields.of(body, "", List.of("name", "q", "what", "as"));
    return new SavedSearchRequest(
        name(fields.text("name").strip()),
        fields.text("q"),
        EntityType.of(fields.optional("what")).written(),
        fields.optional("as").filter(as -> !as.isBlank()).orElse(null));
  }

  private static String name(String name) {
    SafeText.check("name", name);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw InvalidParameter.expected("name", "1 to " + LONGEST_NAME + " characters", name);
    }
    return name;
  }

  EntityType searched() {
    return EntityType.of(Optional.ofNullable(what));
  }
}
