package dev.kith.strength.pair;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Membership;
import dev.kith.strength.count.PackedCounts;
import dev.kith.strength.pair.PairEvent.HalfJoinedPair;
import java.util.Objects;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Moves the interactions of an account along with it when its person changes. */
public final class MembershipProcessor implements Processor<String, Membership, String, PairEvent> {
  private final AccountPairStores stores;
  private ProcessorContext<String, PairEvent> context;
  private KeyValueStore<String, String> personOf;
  private KeyValueStore<String, PackedCounts> counted;
  private JoinedPairs joinedPairs;

  /** A processor over the stores of account pairs. */
  public MembershipProcessor(AccountPairStores stores) {
    this.stores = stores;
  }

  @Override
  public void init(ProcessorContext<String, PairEvent> context) {
    this.context = context;
    this.personOf = stores.members().of(context);
    this.counted = stores.counts().of(context);
    this.joinedPairs = new JoinedPairs(stores.joinedPairs().of(context));
  }

  @Override
  public void process(Record<String, Membership> record) {
    String account = record.key();
    String person = person(record.value());
    if (Objects.equals(person, personOf.get(account))) {
      return;
    }
    store(account, person);
    moveSmallerEnds(record, person);
    moveGreaterEnds(record, person);
  }

  private static @Nullable String person(@Nullable Membership membership) {
    return membership == null || membership.getKind() != AccountKind.PERSON
        ? null
        : membership.getPerson();
  }

  private void store(String account, @Nullable String person) {
    if (person == null) {
      personOf.delete(account);
    } else {
      personOf.put(account, person);
    }
  }

  private void moveSmallerEnds(Record<String, Membership> record, @Nullable String person) {
    String a = record.key();
    try (var scan = counted.prefixScan(a + '\t', new StringSerializer())) {
      while (scan.hasNext()) {
        var each = scan.next();
        String b = AccountPair.parse(each.key).b();
        context.forward(record.withKey(b).withValue(new HalfJoinedPair(a, person, each.value)));
      }
    }
  }

  private void moveGreaterEnds(Record<String, Membership> record, @Nullable String person) {
    for (JoinedPair pair : joinedPairs.of(record.key())) {
      joinedPairs
          .put(record.key(), new JoinedPair(pair.half(), person))
          .forEach(
              (persons, component) ->
                  context.forward(record.withKey(persons.key()).withValue(component)));
    }
  }
}
