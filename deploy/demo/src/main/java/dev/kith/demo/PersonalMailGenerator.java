package dev.kith.demo;

import dev.kith.demo.DemoMailbox.MailDraft;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Generates the mails between two people, and the mails of one person to several others. */
final class PersonalMailGenerator {
  private static final double ANSWERED = 0.7;
  private static final int LONGEST = 5;
  private static final int DAYS_BETWEEN_CIRCULARS = 9;

  private final DemoTown town;
  private final DemoMailbox mailbox;
  private final RandomSource random;
  private final TopicTexts texts;
  private final WritingStyle style;

  PersonalMailGenerator(DemoTown town, DemoMailbox mailbox, RandomSource random) {
    this.town = town;
    this.mailbox = mailbox;
    this.random = random;
    this.texts = new TopicTexts(random);
    this.style = new WritingStyle(mailbox.span(), random);
  }

  void write() {
    for (DemoRelationship relationship : town.relationships()) {
      for (int day = 0; day < DemoPeriod.DAYS; day++) {
        double daily = relationship.rhythm().weekly((double) day / DemoPeriod.DAYS) / 7;
        if (random.happens(mailbox.span().isWeekend(day) ? daily / 2 : daily * 1.2)) {
          exchange(relationship, day);
        }
      }
    }
    for (int day = 3; day < DemoPeriod.DAYS; day += DAYS_BETWEEN_CIRCULARS) {
      circular(random.pick(town.people()), day);
    }
  }

  private void exchange(DemoRelationship relationship, int day) {
    DemoPerson from = random.happens(0.5) ? relationship.a() : relationship.b();
    DemoPerson to = relationship.other(from);
    String topic = texts.topic(from, to);
    ZonedDateTime at = morning(day);
    String subject = texts.subject(topic, TopicTexts.language(from, to));
    DemoMail mail = mailbox.send(draft(from, to, topic, subject, at), at);
    for (int i = 1; i < LONGEST && random.happens(ANSWERED / i); i++) {
      DemoPerson author = i % 2 == 1 ? to : from;
      DemoPerson reader = i % 2 == 1 ? from : to;
      mail = answer(mail, author, reader, topic);
    }
  }

  private MailDraft draft(
      DemoPerson from, DemoPerson to, String topic, String subject, ZonedDateTime at) {
    String text = style.signed(from, texts.mail(topic, from, to));
    return MailDraft.of(style.of(from, at), List.of(style.of(to, at)), subject, text)
        .copiedTo(style.of(commonFriend(from, to, at), at));
  }

  private DemoMail answer(DemoMail mail, DemoPerson from, DemoPerson to, String topic) {
    ZonedDateTime at = mail.at().plusMinutes(random.between(7, random.happens(0.6) ? 300 : 3000));
    String language = TopicTexts.language(from, to);
    String text = style.signed(from, texts.text(topic, language) + "\n");
    MailDraft draft = MailDraft.of(style.of(from, at), List.of(mail.from()), mail.subject(), text);
    return mailbox.send(draft.answering(mail, style.quotation(mail, language)), at);
  }

  /** Returns, with a probability of 8 %, one person who knows both and gets a copy. */
  private List<DemoPerson> commonFriend(DemoPerson from, DemoPerson to, ZonedDateTime at) {
    double moment = mailbox.span().moment(at);
    List<DemoPerson> common = new ArrayList<>(town.friendsOf(from, moment));
    common.retainAll(town.friendsOf(to, moment));
    return common.isEmpty() || !random.happens(0.08) ? List.of() : List.of(random.pick(common));
  }

  /** Sends one mail to up to eight contacts who share a topic, if there are at least two. */
  private void circular(DemoPerson from, int day) {
    String topic = random.pick(from.topics());
    List<DemoPerson> friends =
        town.friendsOf(from, (double) day / DemoPeriod.DAYS).stream()
            .filter(friend -> friend.topics().contains(topic))
            .toList();
    if (friends.size() < 2) {
      return;
    }
    ZonedDateTime at = morning(day);
    String text = style.signed(from, texts.text(topic, from.language()) + "\n");
    String subject = texts.subject(topic, from.language());
    mailbox.send(
        MailDraft.of(
            style.of(from, at),
            style.of(friends.subList(0, Math.min(8, friends.size())), at),
            subject,
            text),
        at);
  }

  private ZonedDateTime morning(int day) {
    return mailbox
        .span()
        .at(day, random.between(7, 21), random.between(0, 60), random.between(0, 60));
  }
}
