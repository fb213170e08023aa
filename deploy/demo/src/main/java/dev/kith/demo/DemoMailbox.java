package dev.kith.demo;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the mails of the demo. */
final class DemoMailbox {
  private static final DateTimeFormatter IN_AN_ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  private final DemoPeriod span;
  private final List<DemoMail> mails = new ArrayList<>();

  DemoMailbox(DemoPeriod span) {
    this.span = span;
  }

  DemoPeriod span() {
    return span;
  }

  /** Creates a mail; a mail dated after the end of the period is not kept, but can be answered. */
  DemoMail send(MailDraft draft, ZonedDateTime at) {
    String domain = draft.from.mail().substring(draft.from.mail().indexOf('@') + 1);
    String id = IN_AN_ID.format(at) + "." + (mails.size() + 1) + "@mail." + domain;
    var mail =
        new DemoMail(
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
      mails.add(mail);
    }
    return mail;
  }

  /** Returns the kept mails, oldest first. */
  List<DemoMail> mails() {
    List<DemoMail> sorted = new ArrayList<>(mails);
    sorted.sort(Comparator.comparing((DemoMail mail) -> mail.at().toInstant()));
    return sorted;
  }

  /** A mail that has no id and no date yet. */
  record MailDraft(
      MailAddress from,
      List<MailAddress> to,
      List<MailAddress> cc,
      String subject,
      String text,
      List<String> references,
      Map<String, String> headers) {

    static MailDraft of(MailAddress from, List<MailAddress> to, String subject, String text) {
      return new MailDraft(from, to, List.of(), subject, text, List.of(), Map.of());
    }

    MailDraft copiedTo(List<MailAddress> copies) {
      return new MailDraft(from, to, copies, subject, text, references, headers);
    }

    MailDraft with(Map<String, String> more) {
      return new MailDraft(from, to, cc, subject, text, references, more);
    }

    /** Returns this draft as a reply to {@code parent}, with the quotation above the text. */
    MailDraft answering(DemoMail parent, String quotation) {
      List<String> thread = new ArrayList<>(parent.references());
      thread.add(parent.id());
      String subject = parent.subject();
      return new MailDraft(
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
