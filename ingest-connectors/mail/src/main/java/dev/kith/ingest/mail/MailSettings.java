package dev.kith.ingest.mail;

import dev.kith.ingest.mail.discarded.DiscardedPolicy;
import dev.kith.ingest.mail.imap.ImapSettings;
import dev.kith.ingest.mail.location.DeletionPolicy;
import dev.kith.ingest.mail.mbox.MboxFormat;
import dev.kith.schemas.Visibility;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
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
   * The keys of a mailbox.
   *
   * @param host name of the server
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
      @Bindable(defaultValue = "TLS") ImapSettings.Security security,
      @Bindable(defaultValue = "false") boolean allowPlain,
      @Nullable Path caCertificate,
      @Nullable List<String> folders) {

    /** Without the password. */
    @Override
    public String toString() {
      return "Imap[" + host + "]";
    }
  }

  /** Refuses a source with two locations, with none, or with an unsafe connection. */
  public MailSettings {
    boolean onServer = imap != null && imap.host() != null;
    if ((location != null) == onServer) {
      throw wrong(name, "location: expected either it or imap.host, found none or both", null);
    }
    if (imap != null && onServer) {
      mailbox(name, imap);
    }
  }

  /** The settings of the mailbox; only for a source without location. */
  ImapSettings mailbox() {
    if (imap == null) {
      throw wrong(name, "imap.host: expected the name of a server, found none", null);
    }
    return mailbox(name, imap);
  }

  private static ImapSettings mailbox(String name, Imap imap) {
    try {
      return new ImapSettings(
          imap.host() == null ? "" : imap.host(),
          imap.port(),
          imap.user() == null ? "" : imap.user(),
          imap.password(),
          imap.passwordFile(),
          imap.security(),
          imap.allowPlain(),
          imap.caCertificate(),
          imap.folders() == null ? List.of() : imap.folders());
    } catch (IllegalArgumentException e) {
      throw wrong(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static IllegalArgumentException wrong(
      String name, String what, @Nullable Throwable cause) {
    return new IllegalArgumentException("kith.sources.mail." + name + "." + what, cause);
  }
}
