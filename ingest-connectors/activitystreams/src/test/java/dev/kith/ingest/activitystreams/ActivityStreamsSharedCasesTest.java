package dev.kith.ingest.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.activitystreams.activity.DocumentOrigin;
import dev.kith.ingest.activitystreams.change.ChangeResolver;
import dev.kith.ingest.activitystreams.file.FileConnector;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Link;
import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import dev.kith.schemas.Visibility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Small inputs after public bug reports, where they are present; each is to be read as expected.
 */
class ActivityStreamsSharedCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("kith.shared", "../../../shared"))
          .toAbsolutePath()
          .normalize()
          .resolve("cases");
  private static final DocumentOrigin TOWN =
      new DocumentOrigin("town", "fediverse", Visibility.PRIVATE);
  private static final String ANN = "fediverse:ann@social.example.org";

  private final ChangeResolver changes = TestDocuments.changes();
  private final Map<String, Activity> activities = new LinkedHashMap<>();
  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private final List<String> setAside = new ArrayList<>();

  @BeforeEach
  void needCases() {
    String missing = "SKIPPED: the shared cases, for there is no " + CASES;
    if (!Files.isDirectory(CASES)) {
      System.err.println(missing + "; set -Dkith.shared=FOLDER");
    }
    assumeTrue(Files.isDirectory(CASES), missing);
  }

  private void read(String file) throws Exception {
    try (var connector = new FileConnector(CASES.resolve(file), TOWN, changes)) {
      Page page = connector.read(Cursor.START);
      for (Activity each : page.activities()) {
        activities.merge(
            each.getId(), each, (a, b) -> RevisionOrder.order(a) >= RevisionOrder.order(b) ? a : b);
      }
      page.profiles().forEach(each -> profiles.put(each.getAccount(), each));
      page.unreadable().forEach(each -> setAside.add(each.reason()));
    }
  }

  private Activity one(String idEnd) {
    return activities.values().stream()
        .filter(each -> each.getId().endsWith(idEnd))
        .findFirst()
        .orElseThrow(() -> new AssertionError(idEnd + " was not read: " + setAside));
  }

  @Test
  void c01MalformedTranslationsLoseNoPost() throws Exception {
    read("C/c01-contentmap-is-a-list.ndjson");

    assertThat(setAside).isEmpty();
    assertThat(activities.values())
        .extracting(Activity::getText)
        .containsExactly("Frogs c01", "Frogs c01b", "Frogs c01c", "Frogs c01d");
  }

  @Test
  void c04EveryFormOfPublicIsPublic() throws Exception {
    read("C/c04-public-in-all-forms.ndjson");

    for (String each : List.of("a", "b", "c", "e", "f")) {
      assertThat(one("c04" + each).getVisibility()).isEqualTo(Visibility.PUBLIC);
    }
    assertThat(one("c04d").getVisibility()).isEqualTo(Visibility.UNLISTED);
    assertThat(one("c04g").getVisibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(one("c04h").getVisibility()).isEqualTo(Visibility.PRIVATE);
    String bob = "fediverse:bob@social.example.org";
    assertThat(TestDocuments.towards(one("c04f"))).isEqualTo(Map.of(bob, "cc"));
    assertThat(TestDocuments.towards(one("c04d"))).isEqualTo(Map.of(bob, "to"));
    assertThat(TestDocuments.towards(one("c04g"))).isEmpty();
  }

  @Test
  void c05ThePersonAmongSeveralMadeIt() throws Exception {
    read("C/c05-attributed-to-several.ndjson");

    String ann = "web:https://tube.example.org/accounts/ann";
    for (String each : List.of("a", "b", "d")) {
      Activity video = one("c05" + each);
      assertThat(video.getActor()).isEqualTo(ann);
      assertThat(video.getTowards()).isEmpty();
      assertThat(video.getAutomated()).isFalse();
      assertThat(video.getRevision()).isZero();
      assertThat(video.getTitle()).contains("Frogs c05" + each);
      assertThat(video.getUrl()).contains("https://tube.example.org/w/c05" + each);
    }
    assertThat(one("c05e").getAutomated()).isTrue();
    assertThat(profileOf("web:https://tube.example.org/video-channels/ponds").getKind())
        .isEqualTo(AccountKind.LIST);
  }

  @Test
  void c07WhatIsUndoneWithoutAnIdIsFound() throws Exception {
    read("C/c07-undo-without-inner-id.ndjson");

    assertThat(setAside).isEmpty();
    assertThat(activities).hasSize(3);
    assertThat(activities.values()).allMatch(Activity::getDeleted);
  }

  @Test
  void c08NobodyUndoesWhatAnotherDid() throws Exception {
    read("C/c08-undo-in-other-forms.ndjson");

    assertThat(one("#likes/8").getDeleted()).isTrue();
    assertThat(one("/follow/8").getDeleted()).isTrue();
    assertThat(one("/statuses/8/activity").getDeleted()).isFalse();
    assertThat(activities).hasSize(3);
    assertThat(setAside)
        .containsExactly(
            "c08-undo-in-other-forms.ndjson, line 6: actor: expected whose it is, found another");
  }

  @Test
  void c11OddTimesLoseNoPost() throws Exception {
    read("C/c11-times.ndjson");

    Instant then = Instant.parse("2026-03-04T05:06:07Z");
    for (String each : List.of("a", "b", "c", "d", "e", "f", "g", "j", "k", "l", "n", "o")) {
      assertThat(one("c11" + each).getAt().minusMillis(999)).as(each).isBeforeOrEqualTo(then);
      assertThat(one("c11" + each).getAt()).as(each).isAfterOrEqualTo(then);
    }
    assertThat(one("c11m").getAt()).isEqualTo(Instant.parse("2026-03-04T05:06:00Z"));
    assertThat(one("c11p").getAt()).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
    assertThat(setAside).hasSize(2).allSatisfy(reason -> assertThat(reason).contains("published"));
  }

  @Test
  void c13WhatMembersDidIsTheirs() throws Exception {
    read("C/c13-lemmy.ndjson");

    String ann = "web:https://lem.example.org/u/ann";
    assertThat(setAside).isEmpty();
    assertThat(one("/post/1").getActor()).isEqualTo(ann);
    assertThat(one("/post/1").getTitle()).contains("Frogs");
    assertThat(one("/comment/2").getActor()).isEqualTo("web:https://lem.example.org/u/bob");
    assertThat(one("/comment/2").getInReplyTo()).contains("https://lem.example.org/post/1");
    assertThat(TestDocuments.towards(one("/comment/2"))).containsEntry(ann, "mention");
    assertThat(one("/like/3").getActor()).isEqualTo("web:https://lem.example.org/u/cleo");
    assertThat(TestDocuments.towards(one("/like/3"))).containsEntry(ann, "like");
    assertThat(one("/dislike/5").getTowards()).isEmpty();
    assertThat(activities).hasSize(4);
    assertThat(profileOf("web:https://lem.example.org/c/ponds").getKind())
        .isEqualTo(AccountKind.LIST);
  }

  @Test
  void c16BothEndsOfAMoveNameEachOther() throws Exception {
    for (String file : List.of("C/c16-moves.ndjson", "variants/c16v.ndjson")) {
      profiles.clear();
      read(file);

      String moved = links(ANN).getFirst();
      assertThat(moved).endsWith("@new.example.net");
      assertThat(links(moved)).containsExactly(ANN);
      assertThat(links("fediverse:mallory@evil.example.net")).containsExactly(ANN);
      assertThat(activities.values()).allMatch(each -> each.getTowards().isEmpty());
    }
  }

  private List<String> links(String account) {
    return profileOf(account).getLinks().stream().map(Link::getUrl).toList();
  }

  @Test
  void c17NamesAreNames() throws Exception {
    read("C/c17-names.ndjson");

    assertThat(setAside).isEmpty();
    assertThat(profiles).hasSize(10);
    for (String each : List.of("p1", "p2", "p3", "p4", "p9")) {
      assertThat(names(each)).as(each).isEmpty();
    }
    assertThat(names("p5")).containsExactly("Ann Lee");
    assertThat(names("p6")).containsExactly("Ada");
    assertThat(profile("p6").getLinks()).isEmpty();
    assertThat(profile("p6").getHandle()).contains("p6");
    assertThat(names("p7")).containsExactly("Ann eeL 🐸");
    assertThat(names("p8")).containsExactly("Ann & Lee");
    assertThat(names("p10")).containsExactly("O. P. 🐛");
  }

  private Profile profile(String name) {
    return profileOf("fediverse:" + name + "@social.example.org");
  }

  private Profile profileOf(String account) {
    return Objects.requireNonNull(profiles.get(account), account);
  }

  private List<String> names(String name) {
    return profile(name).getNames();
  }

  @Test
  void c19EverySpellingOfAHostIsOneAccount() throws Exception {
    read("C/c19-international-hosts.ndjson");

    assertThat(setAside).isEmpty();
    for (int i = 0; i < 4; i++) {
      assertThat(one("/n/" + i).getActor()).isEqualTo("fediverse:siv@xn--gr-zia.example");
    }
    assertThat(one("/n/4").getActor()).isEqualTo("fediverse:siv@my_host.example.org");
    assertThat(one("/n/5").getActor()).isEqualTo("fediverse:živa@hub.example.org");
    assertThat(one("/n/6").getActor()).isEqualTo(one("/n/5").getActor());
    assertThat(one("/n/7").getActor()).isEqualTo("fediverse:siv@[2001:db8::1]");
    assertThat(one("/n/8").getActor()).isEqualTo("web:https://hub.example.org/users/with%20space");
  }

  @Test
  void c21EveryContextIsRead() throws Exception {
    read("C/c21-contexts.ndjson");

    assertThat(setAside).isEmpty();
    assertThat(activities).hasSize(12);
    for (Activity each : activities.values()) {
      assertThat(each.getActor()).isEqualTo(ANN);
      assertThat(each.getVisibility()).isEqualTo(Visibility.PUBLIC);
      assertThat(each.getText()).matches("Frogs c21.|x?");
    }
  }

  @Test
  void c23HtmlIsReadAsText() throws Exception {
    read("C/c23-html.ndjson");

    assertThat(one("c23a").getText())
        .isEqualTo("Look at https://www.example.org/a/very/long/way\nnow\nSecond");
    assertThat(one("c23b").getText()).isEqualTo("@bob lovely 🐸 frogs <3");
    assertThat(one("c23c").getText()).isEqualTo("me");
    assertThat(one("c23c").getQuoted()).isEqualTo("you said");
    assertThat(one("c23e").getText()).isEqualTo("safe");
    assertThat(one("c23f").getText()).isEqualTo("plain < text & more");
    assertThat(one("c23g").getText()).isEqualTo("unclosed bold");
    assertThat(one("c23h").getText()).startsWith("one\ntwo");
  }
}
