package dev.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceOwnerTest {
  private static final List<String> VIEWERS =
      List.of("53ct0ddq16nw0f94", "fediverse:ann@town.example", "email:ann@example.org", "b@c.org");

  @Test
  void theFirstViewerWithAMailAddressOwnsASourceThatNamesNobody() {
    assertThat(SourceOwner.of(null, VIEWERS)).contains("ann@example.org");
    assertThat(SourceOwner.of(null, List.of("example.org"))).isEmpty();
  }

  @Test
  void whomTheSourceNamesOwnsIt() {
    assertThat(SourceOwner.of("bob@example.org", VIEWERS)).contains("bob@example.org");
  }
}
