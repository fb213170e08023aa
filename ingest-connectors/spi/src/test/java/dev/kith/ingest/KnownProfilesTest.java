package dev.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.schemas.Asserted;
import dev.kith.schemas.Profile;
import dev.kith.schemas.RevisionOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownProfilesTest {
  private static final Instant MARCH = Instant.parse("2025-03-09T10:00:00Z");
  private static final Instant APRIL = Instant.parse("2025-04-02T10:00:00Z");

  private final KnownProfiles known = new KnownProfiles(100);

  @Test
  void anAccountMetForTheFirstTimeIsNews() {
    assertThat(known.changed(List.of(ann("Ann", MARCH)))).containsExactly(ann("Ann", MARCH));
  }

  @Test
  void whatWasKeptIsNoNewsAgainInTheSameMonth() {
    keep(ann("Ann", MARCH));

    assertThat(known.changed(List.of(ann("Ann", MARCH.plusSeconds(60))))).isEmpty();
  }

  @Test
  void aPageThatWasNotKeptIsNewsAgain() {
    var first = known.changed(List.of(ann("Ann", MARCH)));

    assertThat(known.changed(List.of(ann("Ann", MARCH)))).isEqualTo(first);
  }

  @Test
  void aNewNameIsNewsAndStillSeenSinceTheFirstTime() {
    keep(ann("Ann", MARCH));

    var changed = known.changed(List.of(ann("Ann Lee", APRIL)));

    assertThat(changed).singleElement().extracting(Profile::getSeen).isEqualTo(MARCH);
    assertThat(changed.getFirst().getNames()).containsExactly("Ann Lee");
  }

  @Test
  void anEarlierSightingMovesSeenBackAndKeepsTheLaterName() {
    keep(ann("Ann Lee", APRIL));

    var changed = known.changed(List.of(ann("Ann", MARCH)));

    assertThat(changed).singleElement().extracting(Profile::getSeen).isEqualTo(MARCH);
    assertThat(changed.getFirst().getNames()).containsExactly("Ann Lee");
  }

  @Test
  void manySightingsInOnePageGiveOneProfile() {
    var changed = known.changed(List.of(ann("Ann", APRIL), ann("Ann", MARCH), ann("Ann", APRIL)));

    assertThat(changed).singleElement().extracting(Profile::getSeen).isEqualTo(MARCH);
  }

  @Test
  void theAccountsMetLastAreRemembered() {
    var small = new KnownProfiles(2);
    var page =
        page(List.of(profile("a", "A", MARCH), profile("b", "B", MARCH), profile("c", "C", MARCH)));
    small.committed(page);

    var changed = small.changed(page.profiles());

    assertThat(changed).extracting(Profile::getAccount).containsExactly("email:a");
  }

  /** Whatever is forgotten when: the greatest sighting is published, and the smallest seen. */
  @Test
  void restartsAndForgettingDoNotChangeWhatIsPublishedInTheEnd() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      List<Profile> sightings = randomSightings(random);
      var published = publish(sightings, random);

      var byOrder = Comparator.comparingLong((Profile profile) -> RevisionOrder.order(profile));
      assertThat(RevisionOrder.order(published.stream().max(byOrder).orElseThrow()))
          .as("seed %d", seed)
          .isEqualTo(RevisionOrder.order(sightings.stream().max(byOrder).orElseThrow()));
      assertThat(published.stream().map(Profile::getSeen).min(Comparator.naturalOrder()))
          .as("seed %d", seed)
          .isEqualTo(sightings.stream().map(Profile::getSeen).min(Comparator.naturalOrder()));
    }
  }

  private static List<Profile> randomSightings(Random random) {
    List<Profile> sightings = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      var at = MARCH.plusSeconds(random.nextLong(86_400L * 120));
      sightings.add(ann("Ann " + random.nextInt(3), at));
    }
    return sightings;
  }

  private static List<Profile> publish(List<Profile> sightings, Random random) {
    List<Profile> published = new ArrayList<>();
    var known = new KnownProfiles(10);
    for (Profile sighting : sightings) {
      var page = page(known.changed(List.of(sighting)));
      published.addAll(page.profiles());
      if (random.nextInt(4) > 0) {
        known.committed(page);
      }
      if (random.nextInt(8) == 0) {
        known = new KnownProfiles(10);
      }
    }
    return published;
  }

  private void keep(Profile profile) {
    known.committed(page(known.changed(List.of(profile))));
  }

  private static Page page(List<Profile> profiles) {
    return new Page(List.of(), profiles, List.of(), Cursor.START, OptionalLong.empty());
  }

  private static Profile ann(String name, Instant at) {
    return profile("ann@example.org", name, at);
  }

  private static Profile profile(String address, String name, Instant at) {
    return Profile.newBuilder()
        .setAccount("email:" + address)
        .setRevision(KnownProfiles.revision(at))
        .setNetwork("mail")
        .setSource("test")
        .setSeen(at)
        .setAsserted(Asserted.SELF)
        .setNames(List.of(name))
        .build();
  }
}
