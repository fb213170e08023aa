package dev.kith.standalone.input;

import dev.kith.ingest.InputOption;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What a path or URL may be called as a source; {@link SourceNames} remembers what it is called.
 */
final class SourceNameGenerator {

  private static final int LONGEST = 40;

  private SourceNameGenerator() {}

  /** The network, and what a person calls the input. */
  static String of(InputOption option, String location) {
    String readable = readable(Normalizer.normalize(option.label(location), Normalizer.Form.NFKD));
    return readable.isEmpty()
        ? option.network() + "-" + checksum(location)
        : option.network() + "-" + readable;
  }

  /** The same, with a checksum of all of the location, because two may end alike. */
  static String unique(InputOption option, String location) {
    String name = of(option, location);
    String checksum = checksum(location);
    return name.endsWith(checksum) ? name : name + "-" + checksum;
  }

  /** What it was called before names were remembered: its cursor is found under this name. */
  static String legacy(InputOption option, String location) {
    String last = location.replaceAll("(/\\.git)?/*$", "").replaceAll("^.*[/:]", "");
    return "%s-%s-%s"
        .formatted(
            option.network(),
            readable(last.replaceAll("\\.(git|mbox|gz|ndjson|jsonl)$", "")),
            checksum(location));
  }

  /** Letters without their accents, digits and hyphens. */
  private static String readable(String label) {
    String plain =
        label
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-$", "") : plain;
  }

  private static String checksum(String location) {
    CRC32 checksum = new CRC32();
    checksum.update(location.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(checksum.getValue());
  }
}
