package dev.kith.standalone.services;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;

/**
 * The free space that is kept on the disk of the home.
 *
 * @param reserve sources are not read while fewer bytes are free
 */
@ConfigurationProperties("kith.disk")
public record DiskSettings(@Bindable(defaultValue = "500MB") @ReadableBytes int reserve) {}
