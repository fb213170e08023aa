package dev.kith.demo;

import dev.kith.demo.Post.Draft;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What friends write to each other, and to a few friends at once. */
final class Correspondence {
  private static final double ANSWERED = 0.7;
  private static final int LONGEST = 5;
  private static final int DAYS_BETWEEN_CIRCULARS = 9;

  private final Town town;
  private final Post post;
  private final Chance chance;
  private final Talk talk;
  private final Hand hand;

  Correspondence(Town town, Post post, Chance chance) {
    this.town = town;
    this.post = post;
    this.chance = chance;
    this.talk = new Talk(chance);
    this.hand = new Hand(post.span(), chance);
  }

  void write() {
    for (Tie tie : town.ties()) {
      for (int day = 0; day < Span.DAYS; day++) {
        double daily = tie.rhythm().weekly((double) day / Span.DAYS) / 7;
        if (chance.happens(post.span().isWeekend(day) ? daily / 2 : daily * 1.2)) {
          exchange(tie, day);
        }
      }
    }
    for (int day = 3; day < Span.DAYS; day += DAYS_BETWEEN_CIRCULARS) {
      circular(chance.pick(town.people()), day);
    }
  }

  private void exchange(Tie tie, int day) {
    Person from = chance.happens(0.5) ? tie.a() : tie.b();
    Person to = tie.other(from);
    String topic = talk.topic(from, to);
    ZonedDateTime at = morning(day);
    String subject = talk.subject(topic, Talk.language(from, to));
    Letter letter = post.send(draft(from, to, topic, subject, at), at);
    for (int i = 1; i < LONGEST && chance.happens(ANSWERED / i); i++) {
      Person author = i % 2 == 1 ? to : from;
      Person reader = i % 2 == 1 ? from : to;
      letter = answer(letter, author, reader, topic);
    }
  }

  private Draft draft(Person from, Person to, String topic, String subject, ZonedDateTime at) {
    String text = hand.signed(from, talk.letter(topic, from, to));
    return Draft.of(hand.of(from, at), List.of(hand.of(to, at)), subject, text)
        .copiedTo(hand.of(commonFriend(from, to, at), at));
  }

  private Letter answer(Letter letter, Person from, Person to, String topic) {
    ZonedDateTime at = letter.at().plusMinutes(chance.between(7, chance.happens(0.6) ? 300 : 3000));
    String language = Talk.language(from, to);
    String text = hand.signed(from, talk.text(topic, language) + "\n");
    Draft draft = Draft.of(hand.of(from, at), List.of(letter.from()), letter.subject(), text);
    return post.send(draft.answering(letter, hand.quotation(letter, language)), at);
  }

  /** Now and then one who knows both gets a copy. */
  private List<Person> commonFriend(Person from, Person to, ZonedDateTime at) {
    double moment = post.span().moment(at);
    List<Person> common = new ArrayList<>(town.friendsOf(from, moment));
    common.retainAll(town.friendsOf(to, moment));
    return common.isEmpty() || !chance.happens(0.08) ? List.of() : List.of(chance.pick(common));
  }

  /** One mail to several friends who share a topic. */
  private void circular(Person from, int day) {
    String topic = chance.pick(from.topics());
    List<Person> friends =
        town.friendsOf(from, (double) day / Span.DAYS).stream()
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
