package dev.kith.ingest.mail.message;

import dev.kith.ingest.mail.mime.HeaderFields;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detects automatic replies and reports by the exact subject that programs write. The same words at
 * the beginning of a person's subject are no proof.
 */
final class AutoReplyDetector {
  /** {@code Automatic reply: the subject answered}: nobody begins a subject so by hand. */
  private static final Set<String> ANSWERS =
      Set.of(
          ("automatic reply|automatic response|auto reply|auto-reply|autoreply|"
                  + "auto response|auto-response|autoresponse|out of office autoreply|"
                  + "out of the office autoreply|out of office reply|réponse automatique|"
                  + "réponse automatique d'absence|réponse d'absence|réponse d'absence du bureau|"
                  + "automatische antwort|abwesenheitsnotiz|abwesenheitsnachricht|"
                  + "respuesta automática|respuesta automatica|risposta automatica|"
                  + "resposta automática|automatisch antwoord|afwezigheidsbericht|automatiskt svar|"
                  + "autosvar|automatisk svar|frånvaromeddelande|automaattinen vastaus|"
                  + "poissaoloviesti|automatyczna odpowiedź|odpowiedź automatyczna|"
                  + "automatická odpověď|automatická odpoveď|automatikus válasz|răspuns automat|"
                  + "автоматический ответ|автоответ|автоматична відповідь|автоматичен отговор|"
                  + "αυτόματη απάντηση|otomatik yanıt|自動応答|自动答复|自動回覆|자동 회신")
              .split("\\|", -1));

  /** Phrases that people write, too; a program writes them before the answered subject. */
  private static final Set<String> ABSENCES =
      Set.of(
          ("out of office|out of the office|on vacation|away from my mail|absence|"
                  + "absence du bureau|absent du bureau|abwesend|abwesenheit|nicht im büro|"
                  + "fuera de la oficina|fuera de oficina|fuori ufficio|fora do escritório|"
                  + "niet aanwezig|afwezig|frånvarande|fraværende|ikke til stede|poissa|"
                  + "poza biurem|nieobecność|mimo kancelář|nepřítomnost|házon kívül|"
                  + "отсутствие на рабочем месте|вне офиса|εκτός γραφείου|不在|外出中")
              .split("\\|", -1));

  /** Phrases that are the whole subject of a new mail only if a program wrote it. */
  private static final Set<String> OFFICE =
      Set.of(
          ("out of office|out of the office|absence du bureau|absent du bureau|"
                  + "nicht im büro|fuera de la oficina|fuori ufficio|fora do escritório")
              .split("\\|", -1));

  private static final Pattern REPORT =
      Pattern.compile(
          "(?iu)(?:undelivered mail returned to sender|mail delivery failed: returning message to"
              + " sender|returned mail: (?:see transcript for details|(?:user|host)"
              + " unknown.{0,80})|delivery status notification"
              + " \\((?:failure|delay|relayed|success)\\)|warning: could not send message for past"
              + " .{0,40})");
  private static final Pattern END_MARKS = Pattern.compile("[.!]+$");
  private static final Pattern PREFIX =
      Pattern.compile("^([\\p{L}\\p{M}' -]{2,60}?)\\s?[:：].*$", Pattern.DOTALL);

  private AutoReplyDetector() {}

  static boolean isAutoReply(HeaderFields fields) {
    String subject = fields.text("subject").orElse("").strip();
    String whole = folded(END_MARKS.matcher(subject).replaceFirst(""));
    if (REPORT.matcher(subject).matches() || ANSWERS.contains(whole)) {
      return true;
    }
    boolean answers = fields.has("in-reply-to");
    if (ABSENCES.contains(whole)) {
      return answers || (OFFICE.contains(whole) && !fields.has("references"));
    }
    Matcher prefix = PREFIX.matcher(subject);
    return prefix.matches() && isPrefix(folded(prefix.group(1)), answers);
  }

  private static boolean isPrefix(String words, boolean answers) {
    return ANSWERS.contains(words) || (answers && ABSENCES.contains(words));
  }

  private static String folded(String words) {
    return words.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
  }
}
