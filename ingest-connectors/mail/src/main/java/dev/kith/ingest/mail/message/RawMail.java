package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.mime.CharsetDetector;

/**
 * A message as received.
 *
 * @param bytes the document, without From_ line and with its lines unquoted
 * @param envelope from the archive or server
 * @param revision 0, or its length if it was incomplete when it was read before
 * @param where its location for messages, such as a file and a byte
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried on
public record RawMail(byte[] bytes, MailEnvelope envelope, long revision, String where) {
  /** Of a longer message only the beginning is read. */
  public static final int MAX_LENGTH = 32 * 1024 * 1024;

  private static final int MAX_PATH_LENGTH = 100;

  public RawMail(byte[] bytes, MailEnvelope envelope, String where) {
    this(bytes, envelope, 0, where);
  }

  /** The end of a path or folder name, without @, so that it cannot be taken for an address. */
  public static String shown(String path) {
    String end = path.substring(Math.max(0, path.length() - MAX_PATH_LENGTH));
    return CharsetDetector.oneLine(end).replace('@', '_');
  }
}
