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
  private static final int LONGEST_PATH = 100;

  RawMail(byte[] bytes, Envelope envelope, String where) {
    this(bytes, envelope, 0, where);
  }

  /** The end of a path or of a folder's name, written so that nobody takes it for an address. */
  static String shown(String path) {
    String end = path.substring(Math.max(0, path.length() - LONGEST_PATH));
    return Characters.oneLine(end).replace('@', '_');
  }
}
