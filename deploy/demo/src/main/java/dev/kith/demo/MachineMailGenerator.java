package dev.kith.demo;

import dev.kith.demo.DemoMailbox.MailDraft;
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
  private final DemoMailbox mailbox;
  private final RandomSource random;
  private final WritingStyle style;

  MachineMailGenerator(DemoTown town, DemoMailbox mailbox, RandomSource random) {
    this.town = town;
    this.mailbox = mailbox;
    this.random = random;
    this.style = new WritingStyle(mailbox.span(), random);
  }

  void write() {
    for (int day = 2; day < DemoPeriod.DAYS; day += 7) {
      newsletter(mailbox.span().at(day, 6, 30, 0));
    }
    for (int day = 0; day < DemoPeriod.DAYS; day++) {
      if (random.happens(0.2)) {
        failedBuild(mailbox.span().at(day, 2, random.between(0, 60), 0));
      }
      if (random.happens(0.08)) {
        absence(random.pick(town.people()), mailbox.span().at(day, 9, random.between(0, 60), 1));
      }
    }
  }

  private void newsletter(ZonedDateTime at) {
    for (DemoPerson reader : town.people().subList(0, 2)) {
      String text =
          "Cette semaine en ville : marché samedi, pont fermé lundi.\nThis week in town: market on Saturday.\n";
      mailbox.send(
          MailDraft.of(
                  GAZETTE, List.of(style.of(reader, at)), "La Gazette " + at.toLocalDate(), text)
              .with(NEWSLETTER),
          at);
    }
  }

  private void failedBuild(ZonedDateTime at) {
    DemoPerson author = random.pick(town.people().stream().filter(DemoPerson::writesCode).toList());
    String text =
        "The build of the town map failed. See https://build.example/"
            + random.between(1000, 9999)
            + "\n";
    mailbox.send(
        MailDraft.of(BUILD, List.of(style.of(author, at)), "Build failed: town map", text)
            .with(GENERATED),
        at);
  }

  private void absence(DemoPerson away, ZonedDateTime at) {
    DemoPerson friend = random.pick(town.friendsOf(away));
    String text = "I am away until Monday and will answer then.\n" + away.name() + "\n";
    mailbox.send(
        MailDraft.of(style.of(away, at), List.of(style.of(friend, at)), "Away", text).with(ABSENT),
        at);
  }
}
