package dev.kith.api.searches;

import dev.kith.api.changes.What;
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
 * A search to save, as a caller states it.
 *
 * @param name what to call it
 * @param q what to look for, in the search language
 * @param what activities (usual), relationships or people
 * @param as who asks; the usual viewer if missing
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
        What.of(fields.optional("what")).written(),
        fields.optional("as").filter(as -> !as.isBlank()).orElse(null));
  }

  private static String name(String name) {
    SafeText.check("name", name);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw InvalidParameter.expected("name", "1 to " + LONGEST_NAME + " characters", name);
    }
    return name;
  }

  What searched() {
    return What.of(Optional.ofNullable(what));
  }
}
