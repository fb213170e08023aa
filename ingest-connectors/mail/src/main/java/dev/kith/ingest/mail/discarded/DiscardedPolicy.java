package dev.kith.ingest.mail.discarded;

/** Whether mail is read that its owner discarded or never sent. */
public enum DiscardedPolicy {
  /** It is not read. */
  EXCLUDE,
  /** It is read as any other mail. */
  INCLUDE
}
