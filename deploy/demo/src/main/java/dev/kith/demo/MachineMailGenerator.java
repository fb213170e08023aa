package dev.kith.demo;

import dev.kith.demo.DemoMailbox.Draft;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * Generates automated mail: a newsletter, failure notices of a build server, out-of-office replies.
 */
final class MachineMailGenerator {
  private static final MailAddress GAZETTE =
      new MailAddress("La Gazette de la ville", "gazette@news.example");
  private static final MailAddress BUILD =
      new MailAddress("Town map builds", "noreply@build.example");
  private static final Map<String, String> NEWSLETTER =
      Map.of(
          "List-Unsubscribe", "<https://news.example/leave>",
          "Precedence", "bulk");
  private static final Map<String, String> GENERATED = Map.of("Auto-Submitted", "auto-generated");
  private static final Map<String, String> ABSENT = Map.of("Auto-Submitted", "auto-replied");

  private final DemoTown town;
  private final DemoMailbox post;
  private final RandomSource chance;
  private final WritingStyle hand;

  MachineMailGenerator(DemoTown town, DemoMailbox post, RandomSource chance) {
    this.town = town;
    this.post = post;
    this.chance = chance;
    this.hand = new WritingStyle(post.span(), chance);
  }

  void write() {
    for (int day = 2; day < DemoPeriod.DAYS; day += 7) {
      newsletter(post.span().at(day, 6, 30, 0));
    }
    for (int day = 0; day < DemoPeriod.DAYS; day++) {
      if (chance.happens(0.2)) {
        failedBuild(post.span().at(day, 2, chance.between(0, 60), 0));
      }
      if (chance.happens(0.08)) {
        absence(chance.pick(town.people()), post.span().at(day, 9, chance.between(0, 60), 1));
      }
    }
  }

  private void newsletter(ZonedDateTime at) {
    for (DemoPerson reader : town.people().subList(0, 2)) {
      String text =
          "Cette semaine en ville : marché samedi, pont fermé lundi.\nThis week in town: market on Saturday.\n";
      post.send(
          Draft.of(GAZETTE, List.of(hand.of(reader, at)), "La Gazette " + at.toLocalDate(), text)
              .with(NEWSLETTER),
          at);
    }
  }

  private void failedBuild(ZonedDateTime at) {
    DemoPerson author = chance.pick(town.people().stream().filter(DemoPerson::writesCode).toList());
    String text =
        "The build of the town map failed. See https://build.example/"
            + chance.between(1000, 9999)
            + "\n";
    post.send(
        Draft.of(BUILD, List.of(hand.of(author, at)), "Build failed: town map", text)
            .with(GENERATED),
        at);
  }

  private void absence(DemoPerson away, ZonedDateTime at) {
    DemoPerson friend = chance.pick(town.friendsOf(away));
    String text = "I am away until Monday and will answer then.\n" + away.name() + "\n";
    post.send(
        Draft.of(hand.of(away, at), List.of(hand.of(friend, at)), "Away", text).with(ABSENT), at);
  }
}
