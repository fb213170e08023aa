package dev.kith.ingest.feedworld;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.nio.file.Path;

/**
 * One export to read.
 *
 * @param name of the source
 * @param location of the export
 */
@EachProperty("kith.sources.feedworld")
public record FeedworldSettings(@Parameter String name, Path location) {}
