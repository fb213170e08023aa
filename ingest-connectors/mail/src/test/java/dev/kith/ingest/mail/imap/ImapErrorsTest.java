package dev.kith.ingest.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.SourceException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "a NO [THROTTLED] slow down ann, Throttled",
    "a NO [OVERQUOTA] too much, Throttled",
    "a NO [UNAVAILABLE] for the moment, Unavailable",
    "a NO [INUSE] elsewhere, Unavailable",
    "a NO [AUTHENTICATIONFAILED] wrong password for ann, Refused",
    "a NO [EXPIRED] ann has to choose another, Refused",
    "a NO [CONTACTADMIN] call us, Refused",
    "connection reset, Unavailable"
  })
  void theCodeOfTheServerDecides(String answer, String expected) {
    var failure = ImapErrors.toSourceFailure(new MessagingException(answer, new IOException("no")));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
    assertThat(failure.getMessage()).doesNotContain("ann ").doesNotContain("wrong password");
  }

  @Test
  void aFailedLoginWithoutACodeIsRefused() {
    assertThat(ImapErrors.toSourceFailure(new AuthenticationFailedException("NO")))
        .isInstanceOf(SourceException.Refused.class);
    assertThat(
            ImapErrors.toSourceFailure(new AuthenticationFailedException("NO [UNAVAILABLE] later")))
        .isInstanceOf(SourceException.Unavailable.class);
  }

  @Test
  void anUntrustedCertificateIsRefused() {
    var fault = new SSLHandshakeException("PKIX path building failed");

    assertThat(ImapErrors.toSourceFailure(new MessagingException("no", fault)))
        .isInstanceOf(SourceException.Refused.class)
        .hasMessageContaining("imap.ca-certificate");
  }

  @Test
  void anUnreachableServerIsReportedWithTheSettingToCheck() {
    assertThat(
            ImapErrors.toSourceFailure(
                new MessagingException("no", new ConnectException("refused"))))
        .isInstanceOf(SourceException.Unavailable.class)
        .hasMessageContainingAll("nothing answers there", "imap.host", "imap.port");
    assertThat(
            ImapErrors.toSourceFailure(new MessagingException("no", new UnknownHostException("x"))))
        .isInstanceOf(SourceException.Unavailable.class)
        .hasMessageContainingAll("no such host", "imap.host");
  }
}
