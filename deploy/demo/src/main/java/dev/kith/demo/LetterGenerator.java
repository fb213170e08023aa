package dev.kith.demo;

import dev.kith.demo.DemoMailbox.Draft;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Generates the mails between two people, and the mails of one person to several others. */
final class LetterGenerator {
  private static final double ANSWERED = 0.7;
  private static final int LONGEST = 5;
  private static final int DAYS_BETWEEN_CIRCULARS = 9;

  private final DemoTown town;
  private final DemoMailbox post;
  private final RandomSource chance;
  private final TopicTexts talk;
  private final WritingStyle hand;

  LetterGenerator(DemoTown town, DemoMailbox post, RandomSource chance) {
    this.town = town;
    this.post = post;
    this.chance = chance;
    this.talk = new TopicTexts(chance);
    this.hand = new WritingStyle(post.span(), chance);
  }

  void write() {
    for (DemoRelationship tie : town.ties()) {
      for (int day = 0; day < DemoPeriod.DAYS; day++) {
        double daily = tie.rhythm().weekly((double) day / DemoPeriod.DAYS) / 7;
        if (chance.happens(post.span().isWeekend(day) ? daily / 2 : daily * 1.2)) {
          exchange(tie, day);
        }
      }
    }
    for (int day = 3; day < DemoPeriod.DAYS; day += DAYS_BETWEEN_CIRCULARS) {
      circular(chance.pick(town.people()), day);
    }
  }

  private void exchange(DemoRelationship tie, int day) {
    DemoPerson from = chance.happens(0.5) ? tie.a() : tie.b();
    DemoPerson to = tie.other(from);
    String topic = talk.topic(from, to);
    ZonedDateTime at = morning(day);
    String subject = talk.subject(topic, TopicTexts.language(from, to));
    DemoMail letter = post.send(draft(from, to, topic, subject, at), at);
    for (int i = 1; i < LONGEST && chance.happens(ANSWERED / i); i++) {
      DemoPerson author = i % 2 == 1 ? to : from;
      DemoPerson reader = i % 2 == 1 ? from : to;
      letter = answer(letter, author, reader, topic);
    }
  }

  private Draft draft(
      DemoPerson from, DemoPerson to, String topic, String subject, ZonedDateTime at) {
    String text = hand.signed(from, talk.letter(topic, from, to));
    return Draft.of(hand.of(from, at), List.of(hand.of(to, at)), subject, text)
        .copiedTo(hand.of(commonFriend(from, to, at), at));
  }

  private DemoMail answer(DemoMail letter, DemoPerson from, DemoPerson to, String topic) {
    ZonedDateTime at = letter.at().plusMinutes(chance.between(7, chance.happens(0.6) ? 300 : 3000));
    String language = TopicTexts.language(from, to);
    String text = hand.signed(from, talk.text(topic, language) + "\n");
    Draft draft = Draft.of(hand.of(from, at), List.of(letter.from()), letter.subject(), text);
    return post.send(draft.answering(letter, hand.quotation(letter, language)), at);
  }

  /** Returns, with a probability of 8 %, one person who knows both and gets a copy. */
  private List<DemoPerson> commonFriend(DemoPerson from, DemoPerson to, ZonedDateTime at) {
    double moment = post.span().moment(at);
    List<DemoPerson> common = new ArrayList<>(town.friendsOf(from, moment));
    common.retainAll(town.friendsOf(to, moment));
    return common.isEmpty() || !chance.happens(0.08) ? List.of() : List.of(chance.pick(common));
  }

  /** Sends one mail to up to eight contacts who share a topic, if there are at least two. */
  private void circular(DemoPerson from, int day) {
    String topic = chance.pick(from.topics());
    List<DemoPerson> friends =
        town.friendsOf(from, (double) day / DemoPeriod.DAYS).stream()
            .filter(friend -> friend.topics().contains(topic))
            .toList();
    if (friends.size() < 2) {
      return;
    }
    ZonedDateTime at = morning(day);
    String text = hand.signed(from, talk.text(topic, from.language()) + "\n");
    String subject = talk.subject(topic, from.language());
    post.send(
        Draft.of(
            hand.of(from, at),
            hand.of(friends.subList(0, Math.min(8, friends.size())), at),
            subject,
            text),
        at);
  }

  private ZonedDateTime morning(int day) {
    return post.span().at(day, chance.between(7, 21), chance.between(0, 60), chance.between(0, 60));
  }
}
