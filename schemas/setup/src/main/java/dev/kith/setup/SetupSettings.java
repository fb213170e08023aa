package dev.kith.setup;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How large things are made, and how long to wait for the servers.
 *
 * @param partitions of each topic; counts only when the topic is created
 * @param replicationFactor of each topic; without it, the broker's own default
 * @param tombstoneRetention how long a tombstone stays readable, and how long the value before it
 *     may stay
 * @param shards of each index; counts only when the index is created
 * @param replicas of each index; without it, one as soon as there is a second node
 * @param refreshInterval after which what was indexed can be found
 * @param serverTimeout how long to wait for a server that does not answer yet
 */
@ConfigurationProperties("kith.setup")
public record SetupSettings(
    @Bindable(defaultValue = "2") @Min(1) int partitions,
    @Nullable @Min(1) Short replicationFactor,
    @Bindable(defaultValue = "7d") @NotNull Duration tombstoneRetention,
    @Bindable(defaultValue = "1") @Min(1) int shards,
    @Nullable @Min(0) Integer replicas,
    @Bindable(defaultValue = "200ms") @NotNull Duration refreshInterval,
    @Bindable(defaultValue = "60s") @NotNull Duration serverTimeout) {}
