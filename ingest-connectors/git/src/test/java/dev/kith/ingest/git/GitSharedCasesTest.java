package dev.kith.ingest.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.SourceException;
import dev.kith.ingest.git.repository.GitSettings;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import dev.kith.schemas.Towards;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small repositories after public bug reports, where the scripts that make them are present. */
class GitSharedCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .toAbsolutePath()
          .normalize()
          .resolve("cases/B");

  @TempDir private Path folder;
  private final Map<String, Profile> profiles = new HashMap<>();

  @BeforeEach
  void needCasesAndGit() {
    boolean present = Files.isDirectory(CASES) && RealGit.isInstalled();
    String missing = "SKIPPED: the shared cases of git, for there is no " + CASES + " or no git";
    if (!present) {
      System.err.println(missing + "; set -Dkith.shared=FOLDER");
    }
    assumeTrue(present, missing);
  }

  @Test
  void b01AuthorsWithoutNameAreKept() throws Exception {
    assertThat(read("b01-author-without-name").activities())
        .extracting(activity -> activity.getTitle().orElse(""))
        .containsExactly("Nameless one", "Nameless two");
    assertThat(profiles.values())
        .singleElement()
        .satisfies(one -> assertThat(one.getNames()).isEmpty());
  }

  @Test
  void b03BracketsWithinBracketsHoldTheAddress() throws Exception {
    var page = read("b03-angle-brackets");

    assertThat(page.activities()).hasSize(3);
    assertThat(page.unreadable()).hasSize(1);
    var nested = page.activities().getFirst();
    assertThat(nested.getActor()).isEqualTo("git:Gil Garden <gg@example.org>");
    assertThat(nested.getAt()).isEqualTo(Instant.parse("2010-08-28T12:53:20Z"));
    assertThat(page.activities().get(1).getActor()).isEqualTo("git:Ida Ivy <ida@example.org>");
    assertThat(page.activities().get(1).getAt()).isEqualTo(Instant.parse("2021-05-06T11:20:00Z"));
    assertThat(page.activities().get(2).getActor()).isEqualTo("git:Cleo > Carr <cleo@example.org>");
  }

  @Test
  void b06TheCommitOfTwoAuthorsIsKept() throws Exception {
    assertThat(read("b06-author-twice").activities()).hasSize(3);
  }

  @Test
  void b08SignaturesAreNoText() throws Exception {
    assertThat(read("b08-signatures").activities())
        .extracting(activity -> activity.getTitle().orElse(""))
        .containsExactlyInAnyOrder("Signed", "Signed the old way", "Side", "Merge tag v1");
  }

  @Test
  void b11QuotedTrailersNameNobody() throws Exception {
    var activities = read("b11-phantom-co-authors").activities();

    for (int commit : new int[] {0, 1, 2, 4}) {
      assertThat(activities.get(commit).getTowards())
          .containsExactly(new Towards("git:Bob Birk <bob@example.net>", "signed-off"));
    }
    assertThat(activities.get(3).getTowards()).isEmpty();
  }

  @Test
  void b13WhatStandsBehindThePersonDoesNotMatter() throws Exception {
    var towards = read("b13-kernel-trailers").activities().getFirst().getTowards();

    assertThat(towards)
        .contains(
            new Towards("git:Bob Birk <bob@example.net>", "reported"),
            new Towards("git:Cleo Carr <cleo@example.org>", "reported"),
            new Towards("git:Cleo Carr <cleo@example.org>", "tested"),
            new Towards("git:Dan Dorn <dan@example.net>", "reviewed"),
            new Towards("git:Eve Elm (ACME) <eve@example.net>", "acked"),
            new Towards("git:Fern, Fay <fay@example.net>", "tested"),
            new Towards("git:Gil Garden <gil@example.net>", "cc"),
            new Towards("git:Hal Hill <hal@example.net>", "cc"),
            new Towards("git:Kim Kerr <kim@example.net>", "signed-off"));
    assertThat(towards).extracting(Towards::getAccount).noneMatch(each -> each.contains("pondbot"));
    assertThat(towards).extracting(Towards::getAccount).noneMatch(each -> each.contains("lists."));
    assertThat(towards).extracting(Towards::getAccount).noneMatch(each -> each.contains(": Joe"));
  }

  @Test
  void b14TheMailmapSaysWhoIsWho() throws Exception {
    read("b14-mailmap");

    for (String ida : List.of("Eye Vee", "Ida Ivy")) {
      assertThat(profile(ida).getLinks())
          .containsExactly(new Link("git:Ida Ivy <ida@example.org>", true));
    }
    assertThat(profile("Eye Vee").getEmails()).containsExactly("ida@example.org");
    assertThat(profile("joe <").getEmails()).containsExactly("joe@example.org");
    assertThat(profile("somebody").getEmails()).isEmpty();
    assertThat(profile("nick").getNames()).containsExactly("Proper Name", "nick");
    assertThat(profile("Olga Oak <old").getLinks())
        .isEqualTo(profile("Olga Oak <proper").getLinks())
        .hasSize(1);
    assertThat(profile("gg <").getLinks()).isEqualTo(profile("Gil Garden").getLinks()).hasSize(1);
  }

  @Test
  void b18FormatsThatCannotBeReadAreRefused() throws Exception {
    run("b18-formats");

    for (String format : List.of("sha256", "reftable")) {
      var connector = new GitConnector(GitSettings.of("pond", folder.resolve("b/" + format) + ""));
      assertThatThrownBy(() -> connector.read(Cursor.START))
          .isInstanceOf(SourceException.Refused.class)
          .hasMessageContaining(format);
    }
  }

  @Test
  void b20MachinesAreToldFromPeopleOfSuchNames() throws Exception {
    read("b20-placeholders-and-bots");

    for (String bot :
        List.of("dependabot", "Copilot <", "copilot-swe", "Claude <", "Jenkins", "Pond CI Robot")) {
      assertThat(profile(bot).getKind()).as(bot).isEqualTo(AccountKind.BOT);
    }
    for (String person :
        List.of("Rob Talbot", "Jean Bot", "Abbott Lee", "Claude Lac", "Robot Roi", "--global")) {
      assertThat(profile(person).getKind()).as(person).isEqualTo(AccountKind.PERSON);
    }
    for (String nobody : List.of("Your Name", "user.email", "root")) {
      assertThat(profile(nobody).getNames()).as(nobody).isEmpty();
    }
  }

  @Test
  void b22ATitleHoldsNoAddressOfATrailer() throws Exception {
    var activities = read("b22-no-blank-line").activities();

    assertThat(activities)
        .extracting(activity -> activity.getTitle().orElse(""))
        .containsExactly("Feed the frogs", "Co-authored-by: Bob Birk", "Count the toads");
    assertThat(activities)
        .extracting(Activity::getTopics)
        .noneMatch(topics -> topics.contains("co-authored-by"));
    assertThat(activities.getLast().getTowards())
        .extracting(Towards::getKind)
        .containsExactly("co-authored", "co-authored");
  }

  private Profile profile(String start) {
    return profiles.values().stream()
        .filter(one -> one.getAccount().startsWith("git:" + start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("expected somebody called " + start));
  }

  private Page read(String script) throws Exception {
    run(script);
    try (var connector = new GitConnector(GitSettings.of("pond", folder.resolve("b").toString()))) {
      Page page = connector.read(Cursor.START);
      page.profiles().forEach(one -> profiles.put(one.getAccount(), one));
      return page;
    }
  }

  private void run(String script) throws Exception {
    var process =
        new ProcessBuilder("sh", CASES.resolve(script + ".sh").toString(), folder.resolve("b") + "")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
