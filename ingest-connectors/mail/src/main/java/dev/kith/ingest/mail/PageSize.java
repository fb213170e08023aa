package dev.kith.ingest.mail;

/**
 * How much goes into one page, and so into one transaction.
 *
 * @param items at most
 * @param bytes after which no more is added
 */
record PageSize(int items, long bytes) {
  static final PageSize USUAL = new PageSize(500, 4L * 1024 * 1024);
}
