package dev.kith.ingest.mail;

import dev.kith.schemas.Activity;
import java.time.Instant;

/** Says that a mail is gone from every folder that is read. */
final class Deletion {
  private Deletion() {}

  static Activity of(Places.Entry entry, String source) {
    return Activity.newBuilder()
        .setId(entry.id())
        .setRevision(entry.deletion())
        .setDeleted(true)
        .setNetwork(MailReader.NETWORK)
        .setSource(source)
        .setKind("mail")
        .setAt(Instant.ofEpochMilli(entry.at()))
        .setActor(entry.actor())
        .build();
  }
}
