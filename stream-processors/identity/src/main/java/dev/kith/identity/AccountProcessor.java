package dev.kith.identity;

import dev.kith.flow.BadRecord;
import dev.kith.flow.Store;
import dev.kith.flow.Versions;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the state of accounts: looks up, lets one piece of news change it, and forwards what the
 * account says about it.
 *
 * @param <V> sort of news
 */
final class AccountProcessor<V> implements Processor<String, V, String, Signal> {
  private final Store<String, AccountState> accounts;
  private final BiFunction<AccountState, V, AccountState> change;
  private ProcessorContext<String, Signal> context;
  private KeyValueStore<String, AccountState> states;

  AccountProcessor(
      Store<String, AccountState> accounts, BiFunction<AccountState, V, AccountState> change) {
    this.accounts = accounts;
    this.change = change;
  }

  @Override
  public void init(ProcessorContext<String, Signal> started) {
    context = started;
    states = accounts.of(started);
  }

  @Override
  public void process(Record<String, V> news) {
    String account = news.key();
    if (account == null || account.isEmpty()) {
      throw new BadRecord("expected an account as key, found none");
    }
    AccountState kept = states.get(account);
    var before = kept == null ? AccountState.fresh(Versions.epochNow(context)) : kept;
    var after = change.apply(before, news.value());
    states.put(account, after);
    Voice.between(account, before, after)
        .forEach(signal -> context.forward(news.withKey(account).withValue(signal)));
  }
}
