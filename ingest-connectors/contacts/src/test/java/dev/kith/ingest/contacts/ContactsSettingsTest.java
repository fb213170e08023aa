package dev.kith.ingest.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactsSettingsTest {
  private static final URI SERVER = URI.create("https://dav.example.org");

  @Test
  void aSourceIsEitherAFileOrAServer() {
    assertThat(settings("friends.vcf", null, null, null).location()).isNotNull();
    assertThat(settings(null, SERVER, "ann", "secret").credential()).isNotNull();
    assertThat(settings(null, SERVER, null, null).credential()).isNull();
    assertThatThrownBy(() -> settings(null, null, null, null))
        .hasMessage(
            "kith.sources.contacts.friends: expected either location or url, found none or both");
    assertThatThrownBy(() -> settings("friends.vcf", SERVER, null, null))
        .hasMessageContaining("found none or both");
  }

  @Test
  void aUserHasAPassword() {
    assertThatThrownBy(() -> settings(null, SERVER, "ann", null))
        .hasMessageContaining("password-file");
    assertThatThrownBy(() -> settings(null, SERVER, null, "secret"))
        .hasMessageContaining("username")
        .hasMessageNotContaining("secret");
  }

  @Test
  void thePasswordIsInNoText() {
    assertThat(settings(null, SERVER, "ann", "secret").toString()).doesNotContain("secret");
  }

  @Test
  void theRegionIsACountry() {
    assertThat(region("fr").region()).isEqualTo("FR");
    assertThatThrownBy(() -> region("Paris")).hasMessageContaining("a country of two letters");
  }

  private static ContactsSettings region(String region) {
    return new ContactsSettings(
        "friends", null, SERVER, null, null, null, null, region, Duration.ofMinutes(1));
  }

  private static ContactsSettings settings(
      @Nullable String location,
      @Nullable URI url,
      @Nullable String username,
      @Nullable String password) {
    Path path = location == null ? null : Path.of(location);
    return new ContactsSettings(
        "friends", path, url, username, password, null, null, null, Duration.ofMinutes(1));
  }
}
