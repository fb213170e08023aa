package dev.kith.ingest;

import java.util.Arrays;

/** The part of a received document that is stored with its activity. */
public final class Original {
  /** Bytes; longer documents lose their attachments first, then their tail. */
  public static final int LIMIT = 256 * 1024;

  private Original() {}

  /** At most the first {@link #LIMIT} bytes. */
  public static byte[] truncate(byte[] document) {
    return document.length <= LIMIT ? document : Arrays.copyOf(document, LIMIT);
  }
}
