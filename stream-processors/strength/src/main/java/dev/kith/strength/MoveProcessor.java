package dev.kith.strength;

import dev.kith.schemas.AccountKind;
import dev.kith.schemas.AccountPair;
import dev.kith.schemas.Membership;
import dev.kith.strength.Met.Half;
import java.util.Objects;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Moves all that passed between an account and others along with the account, to its person. */
final class MoveProcessor implements Processor<String, Membership, String, Met> {
  private final SideStores stores;
  private ProcessorContext<String, Met> context;
  private KeyValueStore<String, String> persons;
  private KeyValueStore<String, Packed> counted;
  private Pairing pairing;

  MoveProcessor(SideStores stores) {
    this.stores = stores;
  }

  @Override
  public void init(ProcessorContext<String, Met> context) {
    this.context = context;
    this.persons = stores.members().of(context);
    this.counted = stores.counts().of(context);
    this.pairing = new Pairing(stores.wholes().of(context));
  }

  @Override
  public void process(Record<String, Membership> record) {
    String account = record.key();
    String person = person(record.value());
    if (Objects.equals(person, persons.get(account))) {
      return;
    }
    keep(account, person);
    moveSmallerEnds(record, person);
    moveGreaterEnds(record, person);
  }

  private static @Nullable String person(@Nullable Membership membership) {
    return membership == null || membership.getKind() != AccountKind.PERSON
        ? null
        : membership.getPerson();
  }

  private void keep(String account, @Nullable String person) {
    if (person == null) {
      persons.delete(account);
    } else {
      persons.put(account, person);
    }
  }

  private void moveSmallerEnds(Record<String, Membership> record, @Nullable String person) {
    String a = record.key();
    try (var scan = counted.prefixScan(a + '\t', new StringSerializer())) {
      while (scan.hasNext()) {
        var each = scan.next();
        String b = AccountPair.parse(each.key).b();
        context.forward(record.withKey(b).withValue(new Half(a, person, each.value)));
      }
    }
  }

  private void moveGreaterEnds(Record<String, Membership> record, @Nullable String person) {
    for (Whole whole : pairing.of(record.key())) {
      pairing
          .put(record.key(), new Whole(whole.half(), person))
          .forEach(
              (pair, component) ->
                  context.forward(record.withKey(pair.key()).withValue(component)));
    }
  }
}
