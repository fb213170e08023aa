package dev.kith.ingest.mail.location;

import dev.kith.ingest.mail.message.MailParser;
import dev.kith.schemas.Activity;
import java.time.Instant;

/** The deletion of a mail that is in no folder any more. */
public final class MessageDeletion {
  private MessageDeletion() {}

  public static Activity of(MessageLocationIndex.Entry entry, String source) {
    return Activity.newBuilder()
        .setId(entry.id())
        .setRevision(entry.deletion())
        .setDeleted(true)
        .setNetwork(MailParser.NETWORK)
        .setSource(source)
        .setKind("mail")
        .setAt(Instant.ofEpochMilli(entry.at()))
        .setActor(entry.actor())
        .build();
  }
}
