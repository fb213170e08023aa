package dev.kith.ingest.mail.mbox;

import dev.kith.ingest.mail.message.MailEnvelope;

/** An item of an mbox. */
sealed interface MboxItem {
  /** Where it begins, in bytes of the uncompressed file. */
  long start();

  /** Where the next begins. */
  long end();

  /** A message. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  record Message(byte[] bytes, MailEnvelope envelope, long start, long end) implements MboxItem {}

  /** Text that is no message; only its beginning is kept. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
  record Unreadable(byte[] bytes, String reason, long start, long end) implements MboxItem {}
}
