package dev.kith.ingest.mail;

/** What becomes of a mail that is gone from its mailbox. */
public enum Deletions {
  /** It is taken away here, too. */
  FOLLOW,
  /** What was read stays. */
  IGNORE
}
