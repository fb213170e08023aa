package dev.kith.ingest.mail.settings;

import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.mbox.MboxFormat;
import dev.kith.schemas.Visibility;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One source of mail: an archive at a location, or a mailbox on a server.
 *
 * @param name of the source
 * @param location mbox file, folder of mbox files, or Maildir
 * @param imap the mailbox, if there is no location
 * @param visibility who could see the mails at their source; everybody for a public list's archive
 * @param list address of the one list whose archive it is, for archives that do not say so
 * @param format how the mbox quotes lines that begin with From
 * @param deletions whether mails removed from the mailbox or Maildir are deleted
 * @param discarded whether deleted mail, spam and drafts are read
 * @param state folder of the message locations
 */
@EachProperty("kith.sources.mail")
public record MailSettings(
    @Parameter String name,
    @Nullable Path location,
    @Nullable Imap imap,
    @Bindable(defaultValue = "PRIVATE") Visibility visibility,
    @Nullable String list,
    @Bindable(defaultValue = "AUTO") MboxFormat format,
    @Bindable(defaultValue = "FOLLOW") DeletionPolicy deletions,
    @Bindable(defaultValue = "EXCLUDE") DiscardedPolicy discarded,
    @Nullable Path state) {

  /**
   * A mailbox on a server.
   *
   * @param host name of the server; without it there is no mailbox
   * @param port 993 with TLS and 143 without, if not said
   * @param user to log in as
   * @param password of that user; better in a file
   * @param passwordFile file that holds the password and nothing else
   * @param security from the start of the connection, or by STARTTLS; PLAIN only on this machine
   * @param allowPlain whether the password may go unprotected to another machine
   * @param caCertificate PEM file of the authority that signed the server's certificate
   * @param folders to read; all but Trash, Junk and Drafts if none is named
   */
  @ConfigurationProperties("imap")
  public record Imap(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String user,
      @Nullable String password,
      @Nullable Path passwordFile,
      @Bindable(defaultValue = "TLS") Security security,
      @Bindable(defaultValue = "false") boolean allowPlain,
      @Nullable Path caCertificate,
      @Nullable List<String> folders) {

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
    private void check(String source) {
      if (user == null || user.isBlank()) {
        throw wrong(source, "imap.user: expected whom to log in as, found nothing");
      }
      if ((password == null) == (passwordFile == null)) {
        throw wrong(
            source,
            "imap.password: expected either it or imap.password-file, found "
                + (password == null ? "none" : "both"));
      }
      if (security == Security.PLAIN && !allowPlain && !isLoopback()) {
        throw wrong(
            source,
            "imap.security: expected TLS or STARTTLS, found PLAIN to another machine; set"
                + " imap.allow-plain=true to send the password unprotected all the same");
      }
    }

    private boolean isLoopback() {
      try {
        return InetAddress.getByName(host).isLoopbackAddress();
      } catch (UnknownHostException e) {
        return false;
      }
    }

    /** The port as set, else the usual one. */
    public int portOrDefault() {
      return port != null ? port : security == Security.TLS ? 993 : 143;
    }

    /** The folders as set; empty if none is named. */
    public List<String> namedFolders() {
      return folders == null ? List.of() : folders;
    }

    /** The password as it is now: a file may be changed while this runs. */
    public String secret() throws IOException {
      if (passwordFile != null) {
        return Files.readString(passwordFile).strip();
      }
      return password == null ? "" : password;
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Imap[" + host + ":" + portOrDefault() + ", " + security + "]";
    }
  }

  /** Refuses a source with two locations, with none, or with an unsafe connection. */
  public MailSettings {
    boolean isOnServer = imap != null && imap.host() != null;
    if ((location != null) == isOnServer) {
      throw wrong(
          name,
          "location: expected either it or imap.host, found " + (isOnServer ? "both" : "none"));
    }
    if (imap != null && isOnServer) {
      imap.check(name);
    }
  }

  private static IllegalArgumentException wrong(String source, String problem) {
    return new IllegalArgumentException("kith.sources.mail." + source + "." + problem);
  }
}
