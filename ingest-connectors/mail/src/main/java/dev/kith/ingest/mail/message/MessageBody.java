package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.mime.CharsetDetector;
import dev.kith.ingest.mail.mime.HtmlText;
import dev.kith.ingest.mail.mime.MimePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text and attachments of all parts of a message. */
final class MessageBody {
  private static final Set<String> SEALS =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-encrypted");
  private static final int MAX_NAMES = 200;
  private static final int MAX_NOTICE_LENGTH = 400;
  private static final int MIN_NOTICE_LENGTH = 12;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern METHOD = Pattern.compile("(?im)^METHOD[:;]\\s*([A-Z-]{1,40})\\s*$");

  /** Letters and symbols without a glyph: Braille blank, Hangul fillers. */
  private static final String FILLERS = "\u2800\u3164\u115F\u1160\uFFA0\u034F";

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder forwarded = new StringBuilder();
  private final Set<String> attachments = new LinkedHashSet<>();
  private final Set<String> methods = new HashSet<>();
  private boolean report;

  private MessageBody() {}

  static MessageBody of(MimePart part) {
    var body = new MessageBody();
    body.add(part);
    return body;
  }

  /** The text with quotations and signature. */
  String text() {
    return text.toString();
  }

  /** Enclosed messages, written by others. */
  String forwarded() {
    return forwarded.toString();
  }

  /** File names. */
  List<String> attachments() {
    return attachments.stream().limit(MAX_NAMES).toList();
  }

  /** Methods of its calendar parts, such as {@code reply}. */
  Set<String> methods() {
    return methods;
  }

  /** Whether a mail server reports on a delivery. */
  boolean isReport() {
    return report;
  }

  private void add(MimePart part) {
    switch (part) {
      case MimePart.Leaf leaf -> leaf(leaf);
      case MimePart.Multipart bundle when bundle.subtype().equals("alternative") ->
          alternative(bundle);
      case MimePart.Multipart bundle -> bundle(bundle);
      case MimePart.Message message -> enclosed(message);
    }
  }

  private void leaf(MimePart.Leaf leaf) {
    calendar(leaf);
    boolean named = leaf.name() != null && (leaf.attached() || !leaf.type().startsWith("text/"));
    if (named && leaf.name() != null) {
      if (!SEALS.contains(leaf.type())) {
        attachments.add(CharsetDetector.truncate(leaf.name(), 255));
      }
    } else if (leaf.type().equals("application/ms-tnef")) {
      attachments.add("winmail.dat");
    } else if (leaf.type().startsWith("text/")) {
      text(leaf);
    } else if (leaf.attached() && !SEALS.contains(leaf.type())) {
      attachments.add("untitled (" + leaf.type() + ")");
    }
  }

  /** The method stands in the type (RFC 6047 §2.4); some programs write it into the text only. */
  private void calendar(MimePart.Leaf leaf) {
    Matcher written = METHOD.matcher(leaf.type().equals("text/calendar") ? leaf.text() : "");
    if (leaf.method() != null) {
      methods.add(leaf.method());
    } else if (written.find()) {
      methods.add(written.group(1).toLowerCase(Locale.ROOT));
    }
  }

  private void text(MimePart.Leaf leaf) {
    switch (leaf.type()) {
      case "text/html", "application/xhtml+xml" -> append(HtmlText.extract(leaf.text()));
      case "text/enriched", "text/richtext" -> append(leaf.text().replaceAll("<[^>]{0,200}>", ""));
      case "text/calendar", "text/x-vcard", "text/vcard", "text/rfc822-headers", "text/css" -> {}
      default -> append(leaf.text());
    }
  }

  private void append(String words) {
    if (!saysNothing(words)) {
      text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n");
      text.append(words);
    }
  }

  private void bundle(MimePart.Multipart bundle) {
    report |= bundle.subtype().equals("report");
    bundle.parts().forEach(this::add);
  }

  /** Whether the text is invisible: white space of any kind, marks without width. */
  private static boolean saysNothing(String words) {
    return words.codePoints().allMatch(MessageBody::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || FILLERS.indexOf(c) >= 0;
  }

  /**
   * Whether the plain text is only a notice that the HTML has to be read: it is short, and its
   * words are not those of the HTML.
   */
  private static boolean isNotice(String plain, String rich) {
    if (plain.length() > MAX_NOTICE_LENGTH) {
      return false;
    }
    String all = rich.toLowerCase(Locale.ROOT);
    List<String> words =
        NO_WORD
            .splitAsStream(plain.toLowerCase(Locale.ROOT))
            .filter(word -> word.length() > 3)
            .toList();
    long common = words.stream().filter(all::contains).count();
    int length = words.stream().mapToInt(String::length).sum();
    return length >= MIN_NOTICE_LENGTH && common * 3 < words.size();
  }

  private static boolean hasPlain(MimePart.Multipart bundle) {
    return bundle.parts().stream().anyMatch(MessageBody::isPlain);
  }

  private static boolean isPlain(MimePart part) {
    return part instanceof MimePart.Leaf leaf && leaf.type().equals("text/plain");
  }

  /** Adds the first alternative that is not blank, plain text before HTML. */
  private void alternative(MimePart.Multipart bundle) {
    List<MessageBody> forms = new ArrayList<>();
    for (MimePart part : bundle.parts()) {
      forms.add(isPlain(part) ? 0 : forms.size(), of(part));
    }
    List<String> texts =
        forms.stream().map(MessageBody::text).filter(words -> !saysNothing(words)).toList();
    if (!texts.isEmpty()) {
      boolean notice =
          texts.size() > 1 && hasPlain(bundle) && isNotice(texts.getFirst(), texts.get(1));
      append(texts.get(notice ? 1 : 0));
    }
    for (MessageBody form : forms) {
      forwarded.append(form.forwarded);
      attachments.addAll(form.attachments);
      methods.addAll(form.methods);
    }
  }

  private void enclosed(MimePart.Message message) {
    MessageBody inner = of(message.part());
    message
        .fields()
        .text("from")
        .ifPresent(from -> forwarded.append("From: ").append(from).append('\n'));
    message
        .fields()
        .text("subject")
        .ifPresent(subject -> forwarded.append("Subject: ").append(subject).append('\n'));
    forwarded.append('\n').append(inner.text).append('\n').append(inner.forwarded);
    attachments.addAll(inner.attachments);
  }
}
