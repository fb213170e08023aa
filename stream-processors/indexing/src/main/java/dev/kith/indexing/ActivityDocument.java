package dev.kith.indexing;

import dev.kith.indexing.phrases.Gist;
import dev.kith.indexing.phrases.NameWords;
import dev.kith.schemas.Activity;
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
    var gist = gist(activity);
    return Json.document(
        json -> {
          what(json, activity).flag("deleted", false);
          who(json, activity);
          json.words("title", activity.getTitle())
              .words("text", activity.getText())
              .words("topics", activity.getTopics())
              .words("phrases", gist.phrases())
              .words("attachments", activity.getAttachments())
              .text("context", activity.getContext())
              .text("thread", activity.getThread())
              .text("inReplyTo", activity.getInReplyTo())
              .flag("automated", activity.getAutomated())
              .text("language", gist.language())
              .text("visibility", activity.getVisibility().name())
              .text("url", activity.getUrl());
        });
  }

  private static Gist gist(Activity activity) {
    List<String> accounts = new ArrayList<>();
    accounts.add(activity.getActor());
    activity.getTowards().forEach(target -> accounts.add(target.getAccount()));
    return Gist.of(
        activity.getLanguage(),
        Json.composed(activity.getTitle().orElse("")),
        Json.composed(activity.getText()),
        NameWords.of(accounts));
  }

  /** What is left of a deleted activity: that there was one, and whose. */
  static byte[] deleted(Activity activity, Instant now) {
    return Json.document(
        json ->
            what(json, activity)
                .flag("deleted", true)
                .moment("deletedAt", now)
                .text("actor", activity.getActor()));
  }

  private static Json what(Json json, Activity activity) throws IOException {
    return json.text("id", activity.getId())
        .text("network", activity.getNetwork())
        .text("source", activity.getSource())
        .text("kind", activity.getKind())
        .moment("at", activity.getAt());
  }

  private static void who(Json json, Activity activity) throws IOException {
    Set<String> towards = new LinkedHashSet<>();
    Set<String> blindCopies = new LinkedHashSet<>();
    activity
        .getTowards()
        .forEach(target -> (isBlind(target) ? blindCopies : towards).add(target.getAccount()));
    blindCopies.removeAll(towards);
    json.text("actor", activity.getActor())
        .texts("towards", towards)
        .texts("blindCopies", blindCopies)
        .text("seeds", SeedsCodec.encode(seeds(activity.getActor(), towards)));
    if (!activity.getActor().isEmpty()) {
      towards.add(activity.getActor());
    }
    json.texts("accounts", towards)
        .objects("towardsKinds", activity.getTowards(), ActivityDocument::manner);
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

  private static void manner(Json json, Towards target) throws IOException {
    json.text("account", target.getAccount()).text("kind", target.getKind());
  }
}
