package dev.kith.demo;

import dev.kith.demo.DemoMailbox.Draft;
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
  private final DemoMailbox post;
  private final RandomSource chance;
  private final TopicTexts talk;
  private final WritingStyle hand;

  ListMailGenerator(DemoTown town, DemoMailbox post, RandomSource chance) {
    this.town = town;
    this.post = post;
    this.chance = chance;
    this.talk = new TopicTexts(chance);
    this.hand = new WritingStyle(post.span(), chance);
  }

  void write() {
    for (int day = 0; day < DemoPeriod.DAYS; day++) {
      if (chance.happens(0.45)) {
        thread(chance.pick(town.people()), day);
      }
    }
  }

  private void thread(DemoPerson starter, int day) {
    String topic = chance.pick(starter.topics());
    ZonedDateTime at =
        post.span().at(day, chance.between(8, 23), chance.between(0, 60), chance.between(0, 60));
    String text = talk.text(topic, starter.language()) + "\n";
    String subject = "[town] " + talk.subject(topic, starter.language());
    DemoMail letter =
        post.send(
            Draft.of(hand.of(starter, at), List.of(LIST), subject, hand.signed(starter, text))
                .with(HEADERS),
            at);
    DemoPerson last = starter;
    List<DemoPerson> friends = town.friendsOf(last, post.span().moment(at));
    for (int i = 1; i < LONGEST && !friends.isEmpty() && chance.happens(ANSWERED); i++) {
      DemoPerson author = chance.pick(friends);
      letter = answer(letter, author, last, topic);
      last = author;
      friends = town.friendsOf(last, post.span().moment(letter.at()));
    }
  }

  private DemoMail answer(DemoMail letter, DemoPerson from, DemoPerson to, String topic) {
    ZonedDateTime at = letter.at().plusMinutes(chance.between(10, 1500));
    String language = TopicTexts.language(from, to);
    String text = hand.signed(from, talk.text(topic, language) + "\n");
    Draft draft =
        Draft.of(hand.of(from, at), List.of(LIST), letter.subject(), text)
            .copiedTo(chance.happens(0.3) ? List.of(letter.from()) : List.of())
            .with(HEADERS);
    return post.send(draft.answering(letter, hand.quotation(letter, language)), at);
  }
}
