package dev.kith.flow;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the topologies run; the same for every step of a process.
 *
 * @param stateDir where stores on disk live
 * @param threads of each step
 * @param commitInterval how long a record waits for its transaction; each hop costs one
 * @param restarts how often in a row a failed thread is started again before the process ends
 * @param maxBackoff between two such starts
 * @param properties further Kafka Streams properties, passed on as they are
 */
@ConfigurationProperties("kith.streams")
public record StreamsSettings(
    @Bindable(defaultValue = "state") @NotNull Path stateDir,
    @Bindable(defaultValue = "1") @Min(1) int threads,
    @Bindable(defaultValue = "100ms") @NotNull Duration commitInterval,
    @Bindable(defaultValue = "8") @Min(0) int restarts,
    @Bindable(defaultValue = "30s") @NotNull Duration maxBackoff,
    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
        @Nullable Map<String, String> properties) {

  /** Without further properties there are none. */
  public StreamsSettings {
    properties = properties == null ? Map.of() : Map.copyOf(properties);
  }
}
