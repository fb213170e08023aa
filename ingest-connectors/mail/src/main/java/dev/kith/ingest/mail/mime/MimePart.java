package dev.kith.ingest.mail.mime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a message: a single document, a multipart or an enclosed message. */
public sealed interface MimePart {
  /**
   * One document.
   *
   * @param type media type, lower case
   * @param name of its file, or null
   * @param attached whether it is an attachment
   * @param text its text, empty if it is binary
   * @param method of a calendar part, lower case, or null
   */
  record Leaf(
      String type, @Nullable String name, boolean attached, String text, @Nullable String method)
      implements MimePart {}

  /**
   * Several parts.
   *
   * @param subtype such as {@code mixed} or {@code alternative}
   */
  record Multipart(String subtype, List<MimePart> parts) implements MimePart {}

  /** An enclosed message. */
  record Message(HeaderFields fields, MimePart part) implements MimePart {}
}
