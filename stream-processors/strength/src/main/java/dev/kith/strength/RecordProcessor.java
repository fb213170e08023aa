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
  private final Store<String, Entry> entries;
  private ProcessorContext<String, Noted> context;
  private Ledger ledger;

  RecordProcessor(Store<String, Revision> revisions, Store<String, Entry> entries) {
    this.revisions = revisions;
    this.entries = entries;
  }

  @Override
  public void init(ProcessorContext<String, Noted> context) {
    this.context = context;
    this.ledger = new Ledger(revisions, entries, context);
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
    ledger.keep(id, after);
    place(record, before, after, deed);
    if (!Objects.equals(actor(before), actor(after))) {
      ledger.recount(id).forEach(changes -> forward(record, changes));
    }
  }

  private void place(
      Record<String, Activity> record,
      @Nullable Revision before,
      @Nullable Revision after,
      @Nullable Deed deed) {
    if (before != null && (after == null || !after.home().equals(before.home()))) {
      write(record, before.home(), null);
    }
    if (after != null) {
      write(record, after.home(), deed);
    }
  }

  private void write(Record<String, Activity> record, String home, @Nullable Deed deed) {
    String id = record.key();
    if (home.equals(id)) {
      forward(record, ledger.write(home, id, deed));
    } else {
      context.forward(record.withKey(home).withValue(new Reply(id, deed)));
    }
  }

  private void forward(Record<String, Activity> record, Map<AccountPair, Counts> changes) {
    changes.forEach(
        (pair, counts) ->
            context.forward(record.withKey(pair.a()).withValue(new Change(pair.b(), counts))));
  }

  private static @Nullable String actor(@Nullable Revision revision) {
    return revision == null ? null : revision.actor();
  }
}
