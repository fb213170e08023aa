package dev.kith.ingest.mail.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a mailbox is and how to get in.
 *
 * @param host of the server
 * @param port 993 with TLS and 143 without unless given
 * @param user to log in as
 * @param password of that user; better in a file, or in the environment
 * @param passwordFile file that holds the password and nothing else
 * @param security TLS from the start unless given
 * @param allowPlain whether the password may go unprotected to another machine
 * @param caCertificate PEM file of the authority that signed the server's certificate
 * @param folders to read; all but Trash, Junk and Drafts if none is named
 */
public record ImapSettings(
    String host,
    @Nullable Integer port,
    String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    Security security,
    boolean allowPlain,
    @Nullable Path caCertificate,
    List<String> folders) {

  /** How the connection is encrypted. */
  public enum Security {
    /** From the start of the connection. */
    TLS,
    /** Before the password is sent; otherwise the connection is refused. */
    STARTTLS,
    /** Not encrypted. */
    PLAIN
  }

  /** Refuses incomplete settings and those that would send the password in clear text. */
  public ImapSettings {
    folders = List.copyOf(folders);
    if (user.isBlank()) {
      throw new IllegalArgumentException("imap.user: expected whom to log in as, found nothing");
    }
    if ((password == null) == (passwordFile == null)) {
      throw new IllegalArgumentException(
          "imap.password-file: expected either it or imap.password, found none or both");
    }
    if (security == Security.PLAIN && !allowPlain && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "imap.security: expected TLS or STARTTLS, found PLAIN to another machine; set"
              + " imap.allow-plain=true to send the password unprotected all the same");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  public int portOrDefault() {
    return port != null ? port : security == Security.TLS ? 993 : 143;
  }

  /** The password as it is now: a file may be changed while this runs. */
  String secret() throws IOException {
    if (passwordFile != null) {
      return Files.readString(passwordFile).strip();
    }
    return password == null ? "" : password;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ImapSettings[" + host + ":" + portOrDefault() + ", " + security + "]";
  }
}
