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
 * @param login key of the secret that a login in the browser provides if it is left out
 */
@Serdeable
public record NetworkDescription(
    @Schema(example = "git") String network,
    List<Key> keys,
    @Nullable @Schema(example = "token") String login) {

  /**
   * One setting of a source.
   *
   * @param key its name
   * @param type what a value is, such as duration, path or list
   * @param description what it is; may be empty
   * @param defaultValue its value if it is not set
   * @param required whether there is no source without it
   * @param secret whether it is a password or a token
   */
  @Serdeable
  public record Key(
      @Schema(example = "location") String key,
      @Schema(example = "text") String type,
      @Schema(example = "folder of a repository") String description,
      @Nullable String defaultValue,
      boolean required,
      boolean secret) {}
}
