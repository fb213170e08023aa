package dev.kith.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.ingest.testkit.atproto.AtProtoAccount;
import dev.kith.ingest.testkit.atproto.AtProtoServers;
import dev.kith.ingest.testkit.snac.HostRouter;
import dev.kith.ingest.testkit.snac.SnacAccount;
import dev.kith.ingest.testkit.snac.SnacServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * What Ida and Bob do on eight networks, three of them on servers that nobody here wrote. Ida goes
 * by her name where her mail address is known; on the other networks her profiles link to each
 * other, as far as those networks check links. Bob goes by his name everywhere.
 */
final class EightNetworks implements AutoCloseable {
  static final String BOB = "bob@example.org";
  static final String IDA = "ida@example.org";
  static final String IDA_ON_GITHUB = "iivy-hedges";
  static final String BOB_ON_GITHUB = "bobbirch";
  private static final String IDA_ON_BLUESKY = "pond-notes.test";
  private static final String OWNER = "owner=" + BOB;
  private static final DateTimeFormatter BASIC_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String ANSWER = mail(2, "Bob Birch", BOB, IDA);
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Path folder;
  private final AtProtoServers bluesky;
  private final HostRouter router;
  private final SnacServer mastodon;

  private EightNetworks(
      Path folder, AtProtoServers bluesky, HostRouter router, SnacServer mastodon) {
    this.folder = folder;
    this.bluesky = bluesky;
    this.router = router;
    this.mastodon = mastodon;
  }

  /** Starts the servers. */
  static EightNetworks start(Path folder, AtProtoServers bluesky) throws Exception {
    var router = HostRouter.start();
    return new EightNetworks(
        folder, bluesky, router, SnacServer.start(folder, "town.example", router));
  }

  /** The server of the fediverse. */
  SnacServer mastodonServer() {
    return mastodon;
  }

  /** The PDS and its directory. */
  AtProtoServers blueskyServers() {
    return bluesky;
  }

  /** The settings of a source of letters between the two, and of Gil to both. */
  List<String> letters() throws IOException {
    return List.of("location=" + mbox("letters", mail(1, "Ida Ivy", IDA, BOB), ANSWER));
  }

  /** The settings of an archive of a list, to which one of the letters went, too. */
  List<String> list() throws IOException {
    return List.of(
        "location=" + mbox("list", ANSWER, mail(3, "Gil Garden", "gil@example.org", IDA)));
  }

  private Path mbox(String name, String... mails) throws IOException {
    return Files.writeString(folder.resolve(name + ".mbox"), String.join("\n", mails) + "\n");
  }

  private static String mail(int number, String name, String from, String to) {
    return """
    From %2$s Wed Sep  2 10:00:00 2026
    From: %1$s <%2$s>
    To: <%3$s>
    Date: Wed, 2 Sep 2026 10:0%4$d:00 +0000
    Message-ID: <hedge-%4$d@example.org>
    Subject: The hedge

    Which hedge keeps its leaves?
    """
        .formatted(name, from, to, number);
  }

  /** The settings of a repository in which Ida has committed what Bob has reviewed. */
  List<String> repository() throws IOException, GitAPIException {
    var ida =
        new PersonIdent("Ida Ivy", IDA, Instant.parse("2026-09-03T10:00:00Z"), ZoneOffset.UTC);
    Path place = folder.resolve("hedges");
    try (Git git = Git.init().setDirectory(place.toFile()).setInitialBranch("main").call()) {
      git.commit()
          .setAllowEmpty(true)
          .setSign(false)
          .setAuthor(ida)
          .setCommitter(ida)
          .setMessage("Plant a hedge\n\nReviewed-by: Bob Birch <" + BOB + ">\n")
          .call();
    }
    return List.of("location=" + place);
  }

  /** The settings of Bob's address book, with a card of Ida. */
  List<String> contacts() throws IOException {
    String card =
        """
        BEGIN:VCARD
        VERSION:4.0
        UID:card-of-ida
        FN:Ida Ivy
        EMAIL:%s
        TEL:+33 2 99 00 00 01
        REV:20260901T100000Z
        END:VCARD
        """
            .formatted(IDA);
    return List.of("location=" + Files.writeString(folder.resolve("cards.vcf"), card), OWNER);
  }

  /** The settings of Bob's calendar: Ida has met him, and will tomorrow. */
  List<String> calendar() throws IOException {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    String calendar =
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example.org//Calendar//EN\n"
            + meeting("pond", "Ponds", Instant.parse("2026-09-07T09:00:00Z"))
            + meeting("hedge", "Hedges of the year", tomorrow)
            + "END:VCALENDAR\n";
    return List.of("location=" + Files.writeString(folder.resolve("bob.ics"), calendar), OWNER);
  }

  private static String meeting(String uid, String title, Instant start) {
    return """
    BEGIN:VEVENT
    UID:%s@example.org
    DTSTAMP:20260901T100000Z
    DTSTART:%s
    DURATION:PT1H
    SUMMARY:%s
    ORGANIZER;CN=Ida Ivy:mailto:%s
    ATTENDEE;CN=Bob Birch;PARTSTAT=ACCEPTED:mailto:%s
    END:VEVENT
    """
        .formatted(uid, BASIC_TIME.format(start), title, IDA, BOB);
  }

  /** The settings of a blog in which Ida writes. */
  List<String> feed() throws IOException {
    String feed =
        """
        <rss version="2.0"><channel>
        <title>Notes of the pond</title><link>https://pond.example.org/</link>
        <item><title>Frogs</title><link>https://pond.example.org/frogs</link>
        <guid>https://pond.example.org/frogs</guid><author>%s (Ida Ivy)</author>
        <pubDate>Tue, 08 Sep 2026 10:00:00 GMT</pubDate><description>They are back</description>
        </item></channel></rss>
        """
            .formatted(IDA);
    return List.of("location=" + Files.writeString(folder.resolve("pond.xml"), feed));
  }

  /** The settings of both accounts on Bluesky. */
  List<String> bluesky() throws Exception {
    var ida = AtProtoAccount.create(bluesky.pds(), IDA_ON_BLUESKY);
    var bob = AtProtoAccount.create(bluesky.pds(), "bobbirch.test");
    ida.profile("Pond notes", "Ponds and what lives in them");
    bob.profile("Bob Birch", "");
    bob.reply("Near the hedge?", ida.post("Frogs are back"));
    return List.of(
        "accounts=" + ida.did() + "," + bob.did(),
        "events=" + bluesky.pds(),
        "directory=" + bluesky.plc(),
        "handle-resolver=" + bluesky.pds());
  }

  /** The settings of Bob's account on the server where Ida has one, too. */
  List<String> mastodon() throws Exception {
    var ida = mastodon.addAccount("hedges");
    var bob = mastodon.addAccount("bobbirch");
    String[] pages = {"https://" + IDA_ON_BLUESKY, "https://github.com/" + IDA_ON_GITHUB};
    ida.describe("Hedges and ponds", pages);
    ida.verify(pages);
    bob.describe("Bob Birch");
    ida.say("Hornbeam or beech, @" + bob.handle() + "?");
    awaitNotification(bob);
    bob.say("Hornbeam, @" + ida.handle());
    Path token = Files.writeString(folder.resolve("token"), bob.token());
    return List.of("server=" + mastodon.address(), "token-file=" + token);
  }

  private static void awaitNotification(SnacAccount account) throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    JsonNode notifications = account.get("v1/notifications");
    while (notifications.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("expected a notification within " + SOON + ", found none");
      }
      notifications = account.get("v1/notifications");
    }
  }

  @Override
  public void close() throws IOException {
    mastodon.close();
    router.close();
    bluesky.close();
  }
}
