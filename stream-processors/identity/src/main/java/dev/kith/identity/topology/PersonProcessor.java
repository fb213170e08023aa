package dev.kith.identity.topology;

import dev.kith.flow.RecordVersions;
import dev.kith.flow.Store;
import dev.kith.identity.account.AccountProfile;
import dev.kith.identity.person.PersonEvent;
import dev.kith.identity.person.PersonState;
import dev.kith.schemas.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Collects the accounts of a person, and publishes the person when they change; large persons a
 * moment later.
 */
final class PersonProcessor implements Processor<String, PersonEvent, String, Person> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Store<String, PersonState> persons;
  private final Store<String, AccountProfile> members;
  private final Store<String, Long> unpublished;
  private final int max;
  private ProcessorContext<String, Person> context;
  private CachedStore<PersonState> states;
  private @Nullable LargePersons largePersons;

  /**
   * Has no state yet.
   *
   * @param max accounts of a person that are stored and published in one record
   */
  PersonProcessor(
      Store<String, PersonState> persons,
      Store<String, AccountProfile> members,
      Store<String, Long> unpublished,
      int max) {
    this.persons = persons;
    this.members = members;
    this.unpublished = unpublished;
    this.max = max;
  }

  @Override
  public void init(ProcessorContext<String, Person> started) {
    context = started;
    states = new CachedStore<>(persons.of(started));
    largePersons = null;
    started.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::publish);
  }

  @Override
  public void process(Record<String, PersonEvent> record) {
    String person = record.key();
    var kept = states.get(person);
    var before = kept == null ? PersonState.initial(RecordVersions.epochNow(context)) : kept;
    if (before.isLarge()) {
      applyToLarge(person, before, record.value());
      largePersons().changed(person, record.timestamp());
      return;
    }
    var after = before.after(record.value());
    if (after.members().size() > max) {
      after.members().values().forEach(each -> largePersons().joined(person, each));
      states.put(person, after.asLarge());
      largePersons().changed(person, record.timestamp());
      return;
    }
    states.put(person, after);
    if (!before.isEmpty() || !after.isEmpty()) {
      context.forward(record.withValue(after.asPerson(person, after.members().values())));
    }
  }

  private void applyToLarge(String person, PersonState state, PersonEvent event) {
    switch (event) {
      case PersonEvent.Joined(AccountProfile member) -> largePersons().joined(person, member);
      case PersonEvent.Left(String account) -> largePersons().left(person, account);
      case PersonEvent.Explained _ -> states.put(person, state.after(event));
    }
  }

  /**
   * Publishes the large persons that are due; one that has become small is stored in one record
   * again.
   */
  private void publish(long now) {
    List<String> due = largePersons().due(now);
    for (String person : due) {
      Map<String, AccountProfile> accounts = largePersons().members(person);
      boolean few = accounts.size() <= max / 2;
      var before = Objects.requireNonNull(states.get(person));
      var after = few ? before.with(accounts) : before.asLarge();
      if (few) {
        largePersons().dissolve(person, accounts.keySet());
      }
      states.put(person, after);
      long moment = largePersons().published(person, accounts.size(), now);
      context.forward(new Record<>(person, after.asPerson(person, accounts.values()), moment));
    }
    if (!due.isEmpty()) {
      context.commit();
    }
  }

  /** Created when first needed: by then the stores are restored. */
  private LargePersons largePersons() {
    if (largePersons == null) {
      largePersons = LargePersons.of(context, members, unpublished);
    }
    return largePersons;
  }
}
