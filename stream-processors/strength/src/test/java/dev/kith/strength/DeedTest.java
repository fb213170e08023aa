package dev.kith.strength;

import static dev.kith.strength.Acts.ANN;
import static dev.kith.strength.Acts.BOB;
import static dev.kith.strength.Acts.CAT;
import static dev.kith.strength.Acts.DAN;
import static dev.kith.strength.Acts.mail;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Towards;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeedTest {
  @Test
  void whatAMachineSentOrWhatIsDeletedOrNobodysIsNoDeed() {
    assertThat(Deed.of(mail("1", ANN, BOB).setAutomated(true).build())).isNull();
    assertThat(Deed.of(mail("1", ANN, BOB).setDeleted(true).build())).isNull();
    assertThat(Deed.of(mail("1", "", BOB).build())).isNull();
  }

  @Test
  void talkingToOneselfIsNoInteraction() {
    assertThat(deed(mail("1", ANN, ANN, BOB)).aims()).containsExactly(new Aim(BOB, "to"));
  }

  @Test
  void whoIsNamedTwiceCountsOnceAsNamedFirst() {
    var twice = List.of(new Towards(BOB, "cc"), new Towards(CAT, "to"), new Towards(BOB, "to"));

    assertThat(deed(mail("1", ANN).setTowards(twice)).aims())
        .containsExactly(new Aim(BOB, "cc"), new Aim(CAT, "to"));
  }

  @Test
  void aDayBeginsAtMidnightUtcAlsoBefore1970() {
    assertThat(deed(mail("1", ANN).setAt(Instant.parse("2026-03-01T00:00:00Z"))).day())
        .isEqualTo(Acts.DAY);
    assertThat(deed(mail("1", ANN).setAt(Instant.parse("2026-02-28T23:59:59Z"))).day())
        .isEqualTo(Acts.DAY - 1);
    assertThat(deed(mail("1", ANN).setAt(Instant.parse("1969-12-31T23:00:00Z"))).day())
        .isEqualTo(-1);
  }

  @Test
  void aSenselessClockStopsNothing() {
    assertThat(deed(mail("1", ANN).setAt(Instant.ofEpochMilli(Long.MAX_VALUE))).day())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theRecipientClassCountsWhoIsAnsweredToo() {
    var deed = deed(mail("1", ANN, BOB, CAT));

    assertThat(deed.contribution(null).recipients()).isEqualTo(1);
    assertThat(deed.contribution(DAN).recipients()).isEqualTo(2);
  }

  @Test
  void whoIsNamedAndAnsweredCountsOnceAsAnswered() {
    assertThat(deed(mail("1", ANN, BOB, CAT)).contribution(BOB).aims())
        .containsExactly(new Aim(CAT, "to"), new Aim(BOB, "reply"));
  }

  @Test
  void answeringOneselfIsNoInteraction() {
    assertThat(deed(mail("1", ANN)).contribution(ANN).aims()).isEmpty();
  }

  @Test
  void anAccountThatWouldBreakAKeyIsRefused() {
    assertThatThrownBy(() -> Deed.of(mail("1", ANN, "email:a\tb").build()))
        .isInstanceOf(BadRecordException.class);
    assertThatThrownBy(() -> Deed.of(mail("1", ANN, "").build()))
        .isInstanceOf(BadRecordException.class);
  }

  private static Deed deed(Activity.Builder activity) {
    return requireNonNull(Deed.of(activity.build()));
  }
}
