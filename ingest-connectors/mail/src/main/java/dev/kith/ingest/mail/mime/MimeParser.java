package dev.kith.ingest.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Parses a document into header fields and parts. Depth, number of parts and length of text are
 * limited; of a damaged document the readable beginning is kept.
 */
public final class MimeParser {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_PARTS = 500;
  private static final int MAX_TEXT_LENGTH = 1024 * 1024;
  private static final MimeConfig PERMISSIVE =
      new MimeConfig.Builder()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxHeaderLen(-1)
          .setMaxContentLen(-1)
          .build();

  private static final ContentType PLAIN = ContentType.parse("text/plain");

  private final MimeTokenStream tokens = new MimeTokenStream(PERMISSIVE);
  private final Deque<OpenEntity> open = new ArrayDeque<>();
  private final OpenEntity root = new OpenEntity("root");
  private HeaderFields fields = new HeaderFields();
  private int parts;

  private MimeParser() {}

  /**
   * A multipart or message whose end is not reached. The preamble is read only if there are no
   * parts: then the declared boundary is wrong.
   */
  private static final class OpenEntity {
    final String subtype;
    final List<MimePart> parts = new ArrayList<>();
    @Nullable HeaderFields fields;
    String preamble = "";

    OpenEntity(String subtype) {
      this.subtype = subtype;
    }

    MimePart close() {
      if (parts.isEmpty() && !preamble.isBlank()) {
        parts.add(new MimePart.Leaf("text/plain", null, false, preamble, null));
      }
      if (fields == null) {
        return new MimePart.Multipart(subtype, List.copyOf(parts));
      }
      boolean single = parts.size() == 1;
      MimePart body =
          single ? parts.getFirst() : new MimePart.Multipart("mixed", List.copyOf(parts));
      return new MimePart.Message(fields, body);
    }
  }

  /** The message in {@code document}. */
  public static MimePart.Message parse(byte[] document) {
    return new MimeParser().parseDocument(MessageRepair.repair(document));
  }

  private MimePart.Message parseDocument(byte[] document) {
    open.push(root);
    tokens.parse(new ByteArrayInputStream(document));
    try {
      EntityState state = tokens.getState();
      while (state != EntityState.T_END_OF_STREAM && parts < MAX_PARTS) {
        handle(state);
        state = tokens.next();
      }
    } catch (IOException | MimeException | RuntimeException e) {
      broken();
    }
    while (open.size() > 1) {
      close();
    }
    return root.parts.isEmpty() || !(root.parts.getFirst() instanceof MimePart.Message message)
        ? new MimePart.Message(new HeaderFields(), new MimePart.Multipart("mixed", List.of()))
        : message;
  }

  /** Keeps the header if the library fails; the rest is lost, but the original is stored. */
  private void broken() {
    OpenEntity entity = open.element();
    if (entity != root && entity.fields == null && entity.subtype.equals("message")) {
      entity.fields = fields;
    }
  }

  private void handle(EntityState state) throws IOException {
    switch (state) {
      case T_START_MESSAGE -> push("message");
      case T_START_HEADER -> fields = new HeaderFields();
      case T_FIELD -> fields.add(tokens.getField().getName(), tokens.getField().getRaw());
      case T_END_HEADER -> header();
      case T_START_MULTIPART -> push(tokens.getBodyDescriptor().getSubType());
      case T_END_MULTIPART, T_END_MESSAGE -> close();
      case T_PREAMBLE -> open.element().preamble = text(tokens.getInputStream(), PLAIN);
      case T_BODY -> leaf();
      default -> {} // an epilogue says nothing to anybody
    }
  }

  private void push(String subtype) {
    open.push(new OpenEntity(subtype.toLowerCase(Locale.ROOT)));
    if (open.size() > MAX_DEPTH) {
      tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }
  }

  private void close() {
    MimePart closed = open.pop().close();
    open.element().parts.add(closed);
    if (open.size() <= MAX_DEPTH) {
      tokens.setRecursionMode(RecursionMode.M_RECURSE);
    }
  }

  private void header() {
    OpenEntity entity = open.element();
    if (entity.subtype.equals("message") && entity.fields == null) {
      entity.fields = fields;
    }
  }

  private void leaf() throws IOException {
    parts++;
    ContentType type = ContentType.parse(fields.raw("content-type").orElse("text/plain"));
    ContentType shown = ContentType.parse(fields.raw("content-disposition").orElse(""));
    String media = tokens.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
    String name = shown.parameter("filename").or(() -> type.parameter("name")).orElse(null);
    boolean attached = shown.value().startsWith("attachment");
    boolean readable = media.startsWith("text/") && !(attached && name != null);
    String method = type.parameter("method").map(m -> m.toLowerCase(Locale.ROOT)).orElse(null);
    String text = readable ? text(tokens.getDecodedInputStream(), type) : "";
    open.element().parts.add(new MimePart.Leaf(media, name, attached, text, method));
  }

  private static String text(InputStream decoded, ContentType type) throws IOException {
    byte[] bytes;
    try (decoded) {
      bytes = decoded.readNBytes(MAX_TEXT_LENGTH);
    }
    String text = CharsetDetector.decode(bytes, type.parameter("charset").orElse(null));
    boolean flowed = type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    if (!flowed) {
      return text;
    }
    return FlowedText.decode(
        text, type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent());
  }
}
