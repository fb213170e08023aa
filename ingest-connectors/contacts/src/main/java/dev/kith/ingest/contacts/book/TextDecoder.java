package dev.kith.ingest.contacts.book;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Decodes files that do not state their encoding. */
final class TextDecoder {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextDecoder() {}

  /** UTF-16 with a byte order mark, UTF-8, or what older programs of Windows write. */
  static String decode(byte[] bytes) {
    int start = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    String text = start == 0xFEFF || start == 0xFFFE ? new String(bytes, UTF_16) : eightBit(bytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String eightBit(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, WINDOWS);
    }
  }
}
