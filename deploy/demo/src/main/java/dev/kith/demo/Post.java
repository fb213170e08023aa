package dev.kith.demo;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every mail that was sent in the town. */
final class Post {
  private static final DateTimeFormatter IN_AN_ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  private final Span span;
  private final List<Letter> letters = new ArrayList<>();

  Post(Span span) {
    this.span = span;
  }

  Span span() {
    return span;
  }

  /** Sends a mail; one that would be sent after the end is not kept, but can be answered. */
  Letter send(Draft draft, ZonedDateTime at) {
    String domain = draft.from.mail().substring(draft.from.mail().indexOf('@') + 1);
    String id = IN_AN_ID.format(at) + "." + (letters.size() + 1) + "@mail." + domain;
    var letter =
        new Letter(
            id,
            at,
            draft.from,
            draft.to,
            draft.cc,
            draft.subject,
            draft.text,
            draft.references,
            draft.headers);
    if (span.has(at)) {
      letters.add(letter);
    }
    return letter;
  }

  /** Oldest first. */
  List<Letter> letters() {
    List<Letter> sorted = new ArrayList<>(letters);
    sorted.sort(Comparator.comparing((Letter letter) -> letter.at().toInstant()));
    return sorted;
  }

  /** A mail before it is sent. */
  record Draft(
      Address from,
      List<Address> to,
      List<Address> cc,
      String subject,
      String text,
      List<String> references,
      Map<String, String> headers) {

    static Draft of(Address from, List<Address> to, String subject, String text) {
      return new Draft(from, to, List.of(), subject, text, List.of(), Map.of());
    }

    Draft copiedTo(List<Address> copies) {
      return new Draft(from, to, copies, subject, text, references, headers);
    }

    Draft with(Map<String, String> more) {
      return new Draft(from, to, cc, subject, text, references, more);
    }

    /** As an answer, with what it answers quoted above. */
    Draft answering(Letter parent, String quotation) {
      List<String> thread = new ArrayList<>(parent.references());
      thread.add(parent.id());
      String subject = parent.subject();
      return new Draft(
          from,
          to,
          cc,
          subject.startsWith("Re: ") ? subject : "Re: " + subject,
          quotation + "\n" + text,
          thread,
          headers);
    }
  }
}
