package dev.kith.ingest.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the parts of a message say together. */
final class MailBody {
  private static final Set<String> SEALS =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-encrypted");
  private static final int MOST_NAMES = 200;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder forwarded = new StringBuilder();
  private final Set<String> attachments = new LinkedHashSet<>();
  private final Set<String> methods = new HashSet<>();
  private boolean report;

  private MailBody() {}

  static MailBody of(Part part) {
    var body = new MailBody();
    body.add(part);
    return body;
  }

  /** What the author wrote, quotations and signature not yet set apart. */
  String text() {
    return text.toString();
  }

  /** Messages enclosed as a whole: the words of others. */
  String forwarded() {
    return forwarded.toString();
  }

  /** File names. */
  List<String> attachments() {
    return attachments.stream().limit(MOST_NAMES).toList();
  }

  /** Methods of its calendar parts, such as {@code reply}. */
  Set<String> methods() {
    return methods;
  }

  /** Whether a mail server reports on a delivery. */
  boolean isReport() {
    return report;
  }

  private void add(Part part) {
    switch (part) {
      case Part.Leaf leaf -> leaf(leaf);
      case Part.Bundle bundle when bundle.subtype().equals("alternative") -> alternative(bundle);
      case Part.Bundle bundle -> bundle(bundle);
      case Part.Enclosed message -> enclosed(message);
    }
  }

  private void leaf(Part.Leaf leaf) {
    if (leaf.method() != null) {
      methods.add(leaf.method());
    }
    boolean named = leaf.name() != null && (leaf.attached() || !leaf.type().startsWith("text/"));
    if (named && leaf.name() != null) {
      if (!SEALS.contains(leaf.type())) {
        attachments.add(Characters.cut(leaf.name(), 255));
      }
    } else if (leaf.type().equals("application/ms-tnef")) {
      attachments.add("winmail.dat");
    } else if (leaf.type().startsWith("text/")) {
      text(leaf);
    } else if (leaf.attached() && !SEALS.contains(leaf.type())) {
      attachments.add("untitled (" + leaf.type() + ")");
    }
  }

  private void text(Part.Leaf leaf) {
    switch (leaf.type()) {
      case "text/html", "application/xhtml+xml" -> append(HtmlText.of(leaf.text()));
      case "text/enriched", "text/richtext" -> append(leaf.text().replaceAll("<[^>]{0,200}>", ""));
      case "text/calendar", "text/x-vcard", "text/vcard", "text/rfc822-headers", "text/css" -> {}
      default -> append(leaf.text());
    }
  }

  private void append(String words) {
    if (!words.isBlank()) {
      text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\n");
      text.append(words);
    }
  }

  private void bundle(Part.Bundle bundle) {
    report |= bundle.subtype().equals("report");
    bundle.parts().forEach(this::add);
  }

  /** The same in several forms: the first that says something, plain text before HTML. */
  private void alternative(Part.Bundle bundle) {
    List<MailBody> forms = new ArrayList<>();
    for (Part part : bundle.parts()) {
      boolean plain = part instanceof Part.Leaf leaf && leaf.type().equals("text/plain");
      forms.add(plain ? 0 : forms.size(), of(part));
    }
    forms.stream()
        .map(MailBody::text)
        .filter(words -> !words.isBlank())
        .findFirst()
        .ifPresent(this::append);
    for (MailBody form : forms) {
      forwarded.append(form.forwarded);
      attachments.addAll(form.attachments);
      methods.addAll(form.methods);
    }
  }

  private void enclosed(Part.Enclosed message) {
    MailBody inner = of(message.part());
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
