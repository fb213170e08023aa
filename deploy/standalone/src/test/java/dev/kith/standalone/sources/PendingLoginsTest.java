package dev.kith.standalone.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Login;
import dev.kith.ingest.SourceException.Refused;
import dev.kith.standalone.terminal.CommandException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingLoginsTest {
  private static final Map<String, String> SETTINGS = Map.of("server", "https://town.example");

  private final Login login = new TownLogin();
  private final PendingLogins logins = new PendingLogins(List.of(login));
  private final PendingLogins.Request ann = new PendingLogins.Request("town", "ann", SETTINGS);

  /** Counts the logins; the right code is their number. */
  private static final class TownLogin implements Login {
    private int begun;

    @Override
    public String network() {
      return "town";
    }

    @Override
    public String secret() {
      return "token";
    }

    @Override
    public Pending begin(Map<String, String> settings) {
      int number = ++begun;
      return new Pending() {
        @Override
        public URI address() {
          return URI.create(settings.get("server") + "/" + number);
        }

        @Override
        public String secret(String code) throws Refused {
          if (!code.equals(Integer.toString(number))) {
            throw new Refused("the code is wrong", null);
          }
          return "t0ken";
        }
      };
    }
  }

  @Test
  void onlyASourceWithoutItsSecretNeedsALogin() {
    assertThat(logins.needed(ann)).contains(login);
    for (String key : List.of("token", "token-file")) {
      assertThat(logins.needed(new PendingLogins.Request("town", null, ann.with(key, "x"))))
          .isEmpty();
    }
    assertThat(logins.needed(new PendingLogins.Request("git", null, SETTINGS))).isEmpty();
  }

  @Test
  void aWrongCodeIsRefusedAndTheRightOneCountsOnce() {
    assertThat(logins.begin(login, ann)).hasToString("https://town.example/1");

    assertThatThrownBy(() -> logins.secret(ann, "0")).isInstanceOf(CommandException.class);
    assertThat(logins.secret(ann, "1")).isEqualTo("t0ken");
    assertThatThrownBy(() -> logins.secret(ann, "1"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("add the source without a code first");
  }

  @Test
  void theLatestLoginOfASourceCountsAndOthersAreItsOwn() {
    var bob = new PendingLogins.Request("town", "bob", SETTINGS);
    logins.begin(login, ann);
    logins.begin(login, bob);
    logins.begin(login, ann);

    assertThatThrownBy(() -> logins.secret(ann, "1")).hasMessage("the code is wrong");
    assertThat(logins.secret(ann, "3")).isEqualTo("t0ken");
    assertThat(logins.secret(bob, "2")).isEqualTo("t0ken");
  }
}
