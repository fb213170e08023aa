package dev.kith.identity.topology;

import dev.kith.flow.RecordVersions;
import dev.kith.flow.Store;
import dev.kith.flow.deadletter.BadRecordException;
import dev.kith.identity.account.AccountState;
import dev.kith.schemas.AccountId;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores the state of accounts: applies a change and forwards the events that follow from it.
 *
 * @param <V> type of the change
 */
final class AccountProcessor<V> implements Processor<String, V, String, AccountEvent> {
  private final Store<String, AccountState> accounts;
  private final BiFunction<AccountState, V, AccountState> change;
  private ProcessorContext<String, AccountEvent> context;
  private KeyValueStore<String, AccountState> states;

  AccountProcessor(
      Store<String, AccountState> accounts, BiFunction<AccountState, V, AccountState> change) {
    this.accounts = accounts;
    this.change = change;
  }

  @Override
  public void init(ProcessorContext<String, AccountEvent> started) {
    context = started;
    states = accounts.of(started);
  }

  @Override
  public void process(Record<String, V> record) {
    String account = record.key();
    expectAccount(account);
    AccountState kept = states.get(account);
    var before = kept == null ? AccountState.initial(RecordVersions.epochNow(context)) : kept;
    var after = change.apply(before, record.value());
    if (after.equals(before)) {
      return;
    }
    states.put(account, after);
    AccountDiff.between(account, before, after)
        .forEach(event -> context.forward(record.withKey(account).withValue(event)));
  }

  private static void expectAccount(@Nullable String key) {
    try {
      var _ = AccountId.parse(key == null ? "" : key);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException("account as key: " + e.getMessage());
    }
  }
}
