package dev.kith.indexing.document;

import dev.kith.indexing.text.AccountNameWords;
import dev.kith.indexing.text.TextAnalysis;
import dev.kith.schemas.Activity;
import dev.kith.schemas.ActivityFields;
import dev.kith.schemas.PersonId;
import dev.kith.schemas.SeedsCodec;
import dev.kith.schemas.Towards;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An activity as it is searched. The original, what it quotes and the signature stay in Kafka. */
public final class ActivityDocument {
  /** Of mail and of ActivityStreams. */
  private static final Set<String> BLIND = Set.of("bcc", "bto");

  private ActivityDocument() {}

  /** The document of a live one. */
  public static byte[] of(Activity activity) {
    var analysis = analysis(activity);
    return JsonWriter.document(
        json -> {
          header(json, activity).flag(ActivityFields.DELETED, false);
          if (activity.getEnd().isPresent()) {
            json.moment(ActivityFields.END, activity.getEnd().get());
          }
          json.text(ActivityFields.STATUS, activity.getStatus())
              .words(ActivityFields.PLACE, activity.getPlace());
          accounts(json, activity);
          json.words(ActivityFields.TITLE, activity.getTitle())
              .words(ActivityFields.TEXT, activity.getText())
              .words(ActivityFields.TOPICS, activity.getTopics())
              .words(ActivityFields.PHRASES, analysis.phrases())
              .words(ActivityFields.ATTACHMENTS, activity.getAttachments())
              .text(ActivityFields.CONTEXT, activity.getContext())
              .text(ActivityFields.THREAD, activity.getThread())
              .text(ActivityFields.IN_REPLY_TO, activity.getInReplyTo())
              .flag(ActivityFields.AUTOMATED, activity.getAutomated())
              .text(ActivityFields.LANGUAGE, analysis.language())
              .text(ActivityFields.VISIBILITY, activity.getVisibility().name())
              .text(ActivityFields.URL, activity.getUrl());
        });
  }

  private static TextAnalysis analysis(Activity activity) {
    List<String> accounts = new ArrayList<>();
    accounts.add(activity.getActor());
    activity.getTowards().forEach(target -> accounts.add(target.getAccount()));
    return TextAnalysis.of(
        activity.getLanguage(),
        JsonWriter.composed(activity.getTitle().orElse("")),
        JsonWriter.composed(activity.getText()),
        AccountNameWords.of(accounts));
  }

  /** What is left of a deleted activity: that there was one, and whose. */
  static byte[] deleted(Activity activity, Instant now) {
    return JsonWriter.document(
        json ->
            header(json, activity)
                .flag(ActivityFields.DELETED, true)
                .moment(ActivityFields.DELETED_AT, now)
                .text(ActivityFields.ACTOR, activity.getActor()));
  }

  private static JsonWriter header(JsonWriter json, Activity activity) throws IOException {
    return json.text(ActivityFields.ID, activity.getId())
        .text(ActivityFields.NETWORK, activity.getNetwork())
        .text(ActivityFields.SOURCE, activity.getSource())
        .text(ActivityFields.KIND, activity.getKind())
        .moment(ActivityFields.AT, activity.getAt());
  }

  private static void accounts(JsonWriter json, Activity activity) throws IOException {
    Set<String> towards = new LinkedHashSet<>();
    Set<String> blindCopies = new LinkedHashSet<>();
    activity
        .getTowards()
        .forEach(target -> (isBlind(target) ? blindCopies : towards).add(target.getAccount()));
    blindCopies.removeAll(towards);
    json.text(ActivityFields.ACTOR, activity.getActor())
        .texts(ActivityFields.TOWARDS, towards)
        .texts(ActivityFields.BLIND_COPIES, blindCopies)
        .text(ActivityFields.SEEDS, SeedsCodec.encode(seeds(activity.getActor(), towards)));
    if (!activity.getActor().isEmpty()) {
      towards.add(activity.getActor());
    }
    json.texts(ActivityFields.ACCOUNTS, towards)
        .records(ActivityFields.TOWARDS_KINDS, activity.getTowards());
  }

  /** Who got a blind copy is for its author alone to know. */
  private static boolean isBlind(Towards target) {
    return BLIND.contains(target.getKind());
  }

  /** Who would be whose account this is: whoever acted comes first. */
  private static List<String> seeds(String actor, Collection<String> towards) {
    var seeds = new ArrayList<String>();
    seeds.add(actor.isEmpty() ? "" : PersonId.ofSeed(actor));
    towards.forEach(account -> seeds.add(PersonId.ofSeed(account)));
    return seeds;
  }
}
