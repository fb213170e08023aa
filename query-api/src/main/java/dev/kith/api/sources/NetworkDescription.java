package dev.kith.api.sources;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network of which a source can be added.
 *
 * @param network its name
 * @param keys the settings of a source
 */
@Serdeable
public record NetworkDescription(@Schema(example = "git") String network, List<Key> keys) {

  /**
   * One setting of a source.
   *
   * @param key its name
   * @param description what it is; may be empty
   * @param defaultValue its value if it is not set
   * @param secret whether it is a password or a token
   */
  @Serdeable
  public record Key(
      @Schema(example = "location") String key,
      @Schema(example = "folder of a repository") String description,
      @Nullable String defaultValue,
      boolean secret) {}
}
