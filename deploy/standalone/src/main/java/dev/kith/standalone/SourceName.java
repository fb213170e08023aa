package dev.kith.standalone;

import dev.kith.ingest.InputOption;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What a path or URL is called as a source: the same each time, so that its cursor is found again.
 */
final class SourceName {

  private static final int LONGEST = 40;

  private SourceName() {}

  /** What a person calls it, readable, and a checksum of all of it, because two may end alike. */
  static String of(InputOption option, String location) {
    CRC32 checksum = new CRC32();
    checksum.update(location.getBytes(StandardCharsets.UTF_8));
    String readable =
        option
            .label(location)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String shortened = readable.length() > LONGEST ? readable.substring(0, LONGEST) : readable;
    return "%s-%s-%08x".formatted(option.network(), shortened, checksum.getValue());
  }
}
