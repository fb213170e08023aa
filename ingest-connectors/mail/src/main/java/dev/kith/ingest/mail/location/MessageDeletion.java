package dev.kith.ingest.mail.location;

import dev.kith.ingest.mail.message.MailParser;
import dev.kith.schemas.Activity;
import java.time.Instant;

/** Says that a mail is gone from every folder that is read. */
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
