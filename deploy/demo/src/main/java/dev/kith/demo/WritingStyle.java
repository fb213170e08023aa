package dev.kith.demo;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Chooses the address, the spelling of the name, the quotation and the signature of a mail. */
final class WritingStyle {
  private static final double BEFORE_THE_MOVE = 0.35;
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter FRENCH_DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.FRENCH);

  private final DemoPeriod span;
  private final RandomSource random;

  WritingStyle(DemoPeriod span, RandomSource random) {
    this.span = span;
    this.random = random;
  }

  /** Returns an address of a person at a time; an old address is used only in the first 35 %. */
  MailAddress of(DemoPerson person, ZonedDateTime at) {
    List<String> mails = person.mails();
    boolean early = span.moment(at) < BEFORE_THE_MOVE;
    String home = mails.size() > 2 && early ? mails.get(2) : mails.getFirst();
    String mail = random.happens(0.35) ? mails.get(1) : home;
    return new MailAddress(random.pick(person.spellings()), mail);
  }

  List<MailAddress> of(List<DemoPerson> people, ZonedDateTime at) {
    return people.stream().map(person -> of(person, at)).toList();
  }

  /** Returns a text with the sender's name or signature below it. */
  String signed(DemoPerson person, String text) {
    return random.happens(0.7)
        ? text
            + "\n"
            + person.name().substring(0, person.name().indexOf(' '))
            + "\n\n-- \n"
            + person.signature()
        : text + "\n" + person.name();
  }

  /** Returns the quotation of a mail for a reply, without the signature. */
  String quotation(DemoMail mail, String language) {
    String name = mail.from().name().isEmpty() ? mail.from().mail() : mail.from().name();
    String introduction =
        language.equals("fr")
            ? "Le " + FRENCH_DAY.format(mail.at()) + ", " + name + " a écrit :"
            : "On " + ENGLISH_DAY.format(mail.at()) + ", " + name + " wrote:";
    String body = mail.text().replaceFirst("(?s)\n-- \n.*", "");
    return introduction + "\n" + LineWrapper.quoted(body);
  }
}
