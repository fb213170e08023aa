package dev.kith.ingest.mail;

/**
 * A message as received.
 *
 * @param bytes the document, without From_ line and with its lines unquoted
 * @param envelope what is known of it beside
 * @param revision 0, unless what was read before was only its beginning
 * @param where for a person who has to find it, such as a file and a byte
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
record RawMail(byte[] bytes, Envelope envelope, long revision, String where) {
  RawMail(byte[] bytes, Envelope envelope, String where) {
    this(bytes, envelope, 0, where);
  }
}
