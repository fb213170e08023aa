package dev.kith.strength;

import dev.kith.flow.Store;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Activity;
import dev.kith.strength.Noted.Change;
import dev.kith.strength.Noted.Reply;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Follows the latest revision of each activity: what it did, whom it answers, whose it is. */
final class RecordProcessor implements Processor<String, Activity, String, Noted> {
  private final Store<String, Revision> revisions;
  private final Store<String, Answer> answers;
  private ProcessorContext<String, Noted> context;
  private Ledger ledger;

  RecordProcessor(Store<String, Revision> revisions, Store<String, Answer> answers) {
    this.revisions = revisions;
    this.answers = answers;
  }

  @Override
  public void init(ProcessorContext<String, Noted> context) {
    this.context = context;
    this.ledger = new Ledger(revisions, answers, context);
  }

  @Override
  public void process(Record<String, Activity> record) {
    String id = record.key();
    @Nullable Activity activity = record.value();
    Revision before = ledger.revision(id);
    Deed deed = activity == null ? null : Deed.of(activity);
    Revision after = activity == null ? null : Revision.of(id, activity, deed);
    if (after != null && before != null && after.order() <= before.order()) {
      return;
    }
    if (after == null) {
      ledger.forget(id);
    } else {
      ledger.keep(id, after);
    }
    forward(record, contribution(before).changeTo(contribution(after)));
    answer(record, before, after, deed);
    // What has no revision has no answers either.
    if (before != null && !Objects.equals(before.actor(), actor(after))) {
      ledger.recount(id, actor(after)).forEach(changes -> forward(record, changes));
    }
  }

  /** Tells the task of what this answers; and that of what it answered before, if it is another. */
  private void answer(
      Record<String, Activity> record,
      @Nullable Revision before,
      @Nullable Revision after,
      @Nullable Deed deed) {
    String id = record.key();
    String home = after == null ? id : after.home();
    if (before != null && !before.home().equals(id) && !before.home().equals(home)) {
      context.forward(record.withKey(before.home()).withValue(new Reply(id, null)));
    }
    if (!home.equals(id)) {
      context.forward(record.withKey(home).withValue(new Reply(id, deed)));
    }
  }

  private void forward(Record<String, Activity> record, Map<AccountPair, Counts> changes) {
    changes.forEach(
        (pair, counts) ->
            context.forward(record.withKey(pair.a()).withValue(new Change(pair.b(), counts))));
  }

  private static Contribution contribution(@Nullable Revision revision) {
    return revision == null ? Contribution.NONE : revision.contribution();
  }

  private static @Nullable String actor(@Nullable Revision revision) {
    return revision == null ? null : revision.actor();
  }
}
