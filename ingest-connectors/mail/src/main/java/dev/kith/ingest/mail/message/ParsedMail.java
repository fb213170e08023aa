package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.address.EmailAddress;
import dev.kith.ingest.mail.mime.HeaderFields;
import dev.kith.ingest.mail.mime.MimePart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed mail.
 *
 * @param raw as received
 * @param author who wrote it, the first if several did
 * @param at when it was written
 * @param subject decoded, empty if there is none
 * @param topics tags in the subject
 * @param context the list or tag whose conversation it belongs to, or null
 */
record ParsedMail(
    RawMail raw,
    HeaderFields fields,
    MessageBody body,
    Participants people,
    EmailAddress author,
    Instant at,
    String subject,
    List<String> topics,
    @Nullable String context) {

  static ParsedMail of(
      RawMail raw, MimePart.Message message, Participants people, EmailAddress author, Instant at) {
    HeaderFields fields = message.fields();
    String subject = fields.text("subject").orElse("");
    List<String> topics = SubjectTags.topics(subject);
    return new ParsedMail(
        raw,
        fields,
        MessageBody.of(message.part()),
        people,
        author,
        at,
        subject,
        topics,
        people.context(topics));
  }
}
