package dev.kith.standalone.input;

import dev.kith.ingest.InputOption;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;

/** Generates a source name from a path or URL; {@link SourceNames} stores it. */
public final class SourceNameGenerator {

  private static final int LONGEST = 40;

  private SourceNameGenerator() {}

  /** The network, followed by the readable name of the input. */
  static String of(InputOption option, String location) {
    String readable = readable(Normalizer.normalize(option.label(location), Normalizer.Form.NFKD));
    return readable.isEmpty()
        ? option.network() + "-" + checksum(location)
        : option.network() + "-" + readable;
  }

  /** The network, followed by the readable part of a value that tells this source from others. */
  public static String of(String network, String value) {
    String readable =
        readable(Normalizer.normalize(InputOption.lastPart(value), Normalizer.Form.NFKD));
    return readable.isEmpty() || readable.equals(network) ? network : network + "-" + readable;
  }

  /** The same, with a checksum of the whole location, because two locations may end alike. */
  static String unique(InputOption option, String location) {
    String name = of(option, location);
    String checksum = checksum(location);
    return name.endsWith(checksum) ? name : name + "-" + checksum;
  }

  /** The name that earlier versions generated; the cursors of old homes are stored under it. */
  static String legacy(InputOption option, String location) {
    String last = location.replaceAll("(/\\.git)?/*$", "").replaceAll("^.*[/:]", "");
    return "%s-%s-%s"
        .formatted(
            option.network(),
            readable(last.replaceAll("\\.(git|mbox|gz|ndjson|jsonl)$", "")),
            checksum(location));
  }

  /** The label as letters without accents, digits and hyphens. */
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
