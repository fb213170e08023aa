package dev.kith.ingest.mail.message;

/**
 * The size of a page, and so of a transaction.
 *
 * @param items at most
 * @param bytes after which no more is added
 */
public record PageLimits(int items, long bytes) {
  public static final PageLimits DEFAULT = new PageLimits(500, 4L * 1024 * 1024);
}
