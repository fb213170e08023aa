package dev.kith.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.SourceException.Refused;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
  @TempDir private Path folder;

  @Test
  void aNewTokenInTheFileIsUsedWithoutARestart() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "old\n");
    Secret secret = Secret.of("kith.x.token", null, file);

    assertThat(secret.read()).isEqualTo("old");
    Files.writeString(file, "new\n");
    assertThat(secret.read()).isEqualTo("new");
  }

  @Test
  void anInvalidSecretIsRefusedAndNotQuoted() {
    Secret secret = Secret.of("kith.x.token", "two words", null);

    assertThatThrownBy(secret::read)
        .isInstanceOf(Refused.class)
        .hasMessageContaining("kith.x.token")
        .hasMessageNotContaining("words");
  }

  @Test
  void toStringHidesTheSecret() {
    Secret secret = Secret.of("kith.x.token", "abc", null);
    Credential credential = Credential.bearer(URI.create("https://example.org"), secret);
    var request =
        ResourceRequest.get(URI.create("https://example.org/abc?key=abc"), "a page")
            .with(credential);

    assertThat(secret + " " + credential + " " + request).doesNotContain("abc");
  }
}
