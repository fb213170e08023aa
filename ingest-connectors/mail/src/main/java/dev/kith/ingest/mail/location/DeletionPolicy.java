package dev.kith.ingest.mail.location;

/** What happens in Kith when a mail is removed from its mailbox. */
public enum DeletionPolicy {
  /** It is deleted in Kith, too. */
  FOLLOW,
  /** It stays in Kith. */
  IGNORE
}
