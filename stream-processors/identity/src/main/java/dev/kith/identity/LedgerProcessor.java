package dev.kith.identity;

import dev.kith.flow.Store;
import dev.kith.schemas.PersonId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the ledger's rows in a store and forwards what it finds. */
final class LedgerProcessor implements Processor<String, Edge, String, LedgerNews> {
  private final Store<String, Row> nodes;
  private ProcessorContext<String, LedgerNews> context;
  private KeyValueStore<String, Row> rows;

  LedgerProcessor(Store<String, Row> nodes) {
    this.nodes = nodes;
  }

  @Override
  public void init(ProcessorContext<String, LedgerNews> started) {
    context = started;
    rows = nodes.of(started);
  }

  @Override
  public void process(Record<String, Edge> news) {
    new Ledger(new Kept(rows), new Forwarding(context, news)).apply(news.value());
  }

  private record Kept(KeyValueStore<String, Row> rows) implements Ledger.Rows {
    @Override
    public @Nullable Row get(String node) {
      return rows.get(node);
    }

    @Override
    public void put(String node, @Nullable Row row) {
      rows.put(node, row);
    }
  }

  private record Forwarding(
      ProcessorContext<String, LedgerNews> context, Record<String, Edge> cause)
      implements Ledger.Outcome {
    @Override
    public void placed(String account, String seed) {
      context.forward(cause.withKey(account).withValue(new LedgerNews.Placed(account, seed)));
    }

    @Override
    public void explained(String seed, Findings findings) {
      String person = PersonId.ofSeed(seed);
      context.forward(cause.withKey(person).withValue(new LedgerNews.Explained(person, findings)));
    }
  }
}
