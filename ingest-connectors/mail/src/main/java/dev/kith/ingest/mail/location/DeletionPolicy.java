package dev.kith.ingest.mail.location;

/** What becomes of a mail that is gone from its mailbox. */
public enum DeletionPolicy {
  /** It is taken away here, too. */
  FOLLOW,
  /** What was read stays. */
  IGNORE
}
