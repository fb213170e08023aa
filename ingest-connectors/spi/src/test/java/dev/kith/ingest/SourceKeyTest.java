package dev.kith.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceKeyTest {
  @Test
  void aKeyHasANetworkANameAndASettingThatMayHaveDots() {
    String key = "kith.sources.mail.inbox.imap.host";

    assertThat(SourceKey.parse(key)).contains(new SourceKey("mail", "inbox", "imap.host"));
    assertThat(new SourceKey("mail", "inbox", "imap.host")).hasToString(key);
    assertThat(key).startsWith(SourceKey.prefix("mail", "inbox"));
  }

  @Test
  void otherKeysAreNotThoseOfASource() {
    assertThat(SourceKey.parse("kith.api.as")).isEmpty();
    assertThat(SourceKey.parse("kith.sources.mail.inbox")).isEmpty();
  }
}
