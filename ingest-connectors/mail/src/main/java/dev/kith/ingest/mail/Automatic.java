package dev.kith.ingest.mail;

import dev.kith.schemas.AccountKind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a machine sent a mail, or somebody sent it to a crowd that cannot answer. A post to a
 * discussion list is neither, though list programs mark it as bulk.
 */
final class Automatic {
  /** Fields that only machines write. */
  private static final List<String> MACHINE_FIELDS =
      List.of(
          "feedback-id",
          "x-autoreply",
          "x-autorespond",
          "x-autoresponder",
          "x-vacation",
          "x-auto-reply-from",
          "x-failed-recipients",
          "x-campaign",
          "x-campaignid",
          "x-campaign-id",
          "x-mailchimp-id",
          "x-mc-user",
          "x-csa-complaints",
          "x-cron-env",
          "x-github-reason",
          "x-gitlab-project",
          "x-jira-fingerprint",
          "x-bugzilla-type",
          "x-launchpad-message-rationale");

  private static final Set<String> CALENDAR_MACHINE =
      Set.of("reply", "counter", "declinecounter", "refresh", "cancel");
  private static final Pattern ABSENT =
      Pattern.compile(
          "(?iu)^(?:out of (?:the )?office|automatic reply|auto(?:matic)?[ -]?(?:reply|response|matic)?:"
              + "|autoreply|réponse automatique|absence du bureau|abwesenheitsnotiz|"
              + "automatische antwort|respuesta automática|risposta automatica|"
              + "undeliver(?:ed|able)|delivery (?:status notification|failure)|"
              + "mail delivery (?:failed|failure)|returned mail|"
              + "(?:accepted|declined|tentative|accepté|refusé|angenommen|abgelehnt)\\s?:).*");

  private Automatic() {}

  static boolean is(Fields fields, Address from, MailingList list, MailBody body) {
    return bySender(fields, from)
        || byFields(fields, list)
        || body.isReport()
        || body.methods().stream().anyMatch(CALENDAR_MACHINE::contains)
        || ABSENT.matcher(fields.text("subject").orElse("")).matches();
  }

  private static boolean bySender(Fields fields, Address from) {
    boolean bounced = fields.raw("return-path").orElse("").replace(" ", "").equals("<>");
    return bounced || Standing.of(from) == AccountKind.BOT;
  }

  private static boolean byFields(Fields fields, MailingList list) {
    String submitted = fields.folded("auto-submitted");
    if (!submitted.isEmpty() && !submitted.startsWith("no")) {
      return true;
    }
    if (MACHINE_FIELDS.stream().anyMatch(fields::has)) {
      return true;
    }
    return !list.discussion() && (isBulk(fields) || suppressesAnswers(fields));
  }

  private static boolean isBulk(Fields fields) {
    return switch (fields.folded("precedence")) {
      case "bulk", "junk", "list", "auto_reply" -> true;
      default -> fields.has("list-unsubscribe") || fields.has("list-id") || fields.has("list-help");
    };
  }

  private static boolean suppressesAnswers(Fields fields) {
    String suppressed = fields.folded("x-auto-response-suppress");
    return suppressed.contains("all")
        || suppressed.contains("oof")
        || suppressed.contains("autoreply");
  }
}
