package dev.kith.ingest.mail.discarded;

/** What becomes of mail that its owner threw away or never sent. */
public enum DiscardedPolicy {
  /** It is not read. */
  EXCLUDE,
  /** It is read as any other mail. */
  INCLUDE
}
