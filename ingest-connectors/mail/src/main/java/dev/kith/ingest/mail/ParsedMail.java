package dev.kith.ingest.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail taken apart.
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
    Fields fields,
    MailBody body,
    People people,
    Address author,
    Instant at,
    String subject,
    List<String> topics,
    @Nullable String context) {

  static ParsedMail of(
      RawMail raw, Part.Enclosed message, People people, Address author, Instant at) {
    Fields fields = message.fields();
    String subject = fields.text("subject").orElse("");
    List<String> topics = Subject.topics(subject);
    return new ParsedMail(
        raw,
        fields,
        MailBody.of(message.part()),
        people,
        author,
        at,
        subject,
        topics,
        people.context(topics));
  }
}
