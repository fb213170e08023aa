package dev.kith.ingest.mail;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One source of mail: an archive at a location, or a mailbox on a server.
 *
 * @param name of the source
 * @param location mbox file, folder of mbox files, or Maildir
 * @param imap the mailbox, if there is no location
 * @param publicArchive whether anybody can read these mails elsewhere, as those of a public list
 * @param list address of the one list whose archive it is, for archives that do not say so
 * @param format how the mbox quotes lines that begin with From
 * @param deletions what becomes of mails that are gone from the mailbox or the Maildir
 * @param state folder for what has to be remembered of a mailbox or Maildir beside its cursor
 */
@EachProperty("kith.sources.mail")
public record MailSettings(
    @Parameter String name,
    @Nullable Path location,
    ImapSettings imap,
    @Bindable(value = "public", defaultValue = "false") boolean publicArchive,
    @Nullable String list,
    @Bindable(defaultValue = "AUTO") MboxFormat format,
    @Bindable(defaultValue = "FOLLOW") Deletions deletions,
    @Nullable Path state) {

  /** Refuses a source that is two places, or none. */
  public MailSettings {
    if ((location != null) == imap.isGiven()) {
      throw new IllegalArgumentException(
          "expected one of location and imap.host in kith.sources.mail."
              + name
              + ", found none or both");
    }
  }
}
