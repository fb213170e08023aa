package dev.kith.demo;

import dev.kith.demo.DemoMailbox.MailDraft;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * Generates the mails of the mailing list: any person starts a thread, contacts of the last author
 * answer.
 */
final class ListMailGenerator {
  static final MailAddress LIST = new MailAddress("Town talk", "town@lists.example");
  private static final Map<String, String> HEADERS =
      Map.of(
          "List-Id", "Town talk <town.lists.example>",
          "List-Post", "<mailto:town@lists.example>",
          "List-Unsubscribe", "<mailto:town-leave@lists.example>",
          "Precedence", "list",
          "Sender", "town-bounces@lists.example");
  private static final double ANSWERED = 0.65;
  private static final int LONGEST = 7;

  private final DemoTown town;
  private final DemoMailbox mailbox;
  private final RandomSource random;
  private final TopicTexts texts;
  private final WritingStyle style;

  ListMailGenerator(DemoTown town, DemoMailbox mailbox, RandomSource random) {
    this.town = town;
    this.mailbox = mailbox;
    this.random = random;
    this.texts = new TopicTexts(random);
    this.style = new WritingStyle(mailbox.span(), random);
  }

  void write() {
    for (int day = 0; day < DemoPeriod.DAYS; day++) {
      if (random.happens(0.45)) {
        thread(random.pick(town.people()), day);
      }
    }
  }

  private void thread(DemoPerson starter, int day) {
    String topic = random.pick(starter.topics());
    ZonedDateTime at =
        mailbox.span().at(day, random.between(8, 23), random.between(0, 60), random.between(0, 60));
    String text = texts.text(topic, starter.language()) + "\n";
    String subject = "[town] " + texts.subject(topic, starter.language());
    DemoMail mail =
        mailbox.send(
            MailDraft.of(style.of(starter, at), List.of(LIST), subject, style.signed(starter, text))
                .with(HEADERS),
            at);
    DemoPerson last = starter;
    List<DemoPerson> friends = town.friendsOf(last, mailbox.span().moment(at));
    for (int i = 1; i < LONGEST && !friends.isEmpty() && random.happens(ANSWERED); i++) {
      DemoPerson author = random.pick(friends);
      mail = answer(mail, author, last, topic);
      last = author;
      friends = town.friendsOf(last, mailbox.span().moment(mail.at()));
    }
  }

  private DemoMail answer(DemoMail mail, DemoPerson from, DemoPerson to, String topic) {
    ZonedDateTime at = mail.at().plusMinutes(random.between(10, 1500));
    String language = TopicTexts.language(from, to);
    String text = style.signed(from, texts.text(topic, language) + "\n");
    MailDraft draft =
        MailDraft.of(style.of(from, at), List.of(LIST), mail.subject(), text)
            .copiedTo(random.happens(0.3) ? List.of(mail.from()) : List.of())
            .with(HEADERS);
    return mailbox.send(draft.answering(mail, style.quotation(mail, language)), at);
  }
}
