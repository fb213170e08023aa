package dev.kith.ingest.mail;

/** What becomes of mail that its owner threw away or never sent. */
public enum Discarded {
  /** It is not read. */
  EXCLUDE,
  /** It is read as any other mail. */
  INCLUDE
}
