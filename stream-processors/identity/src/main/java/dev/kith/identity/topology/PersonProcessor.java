package dev.kith.identity.topology;

import dev.kith.flow.Store;
import dev.kith.flow.Versions;
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
 * Gathers the accounts of a person, and publishes the person whenever they change; a crowd soon
 * after.
 */
final class PersonProcessor implements Processor<String, PersonEvent, String, Person> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Store<String, PersonState> persons;
  private final Store<String, AccountProfile> members;
  private final Store<String, Long> unpublished;
  private final int most;
  private ProcessorContext<String, Person> context;
  private CachedStore<PersonState> states;
  private @Nullable LargePersons crowds;

  /**
   * Nobody is gathered yet.
   *
   * @param most accounts of a person that are kept and published in one piece
   */
  PersonProcessor(
      Store<String, PersonState> persons,
      Store<String, AccountProfile> members,
      Store<String, Long> unpublished,
      int most) {
    this.persons = persons;
    this.members = members;
    this.unpublished = unpublished;
    this.most = most;
  }

  @Override
  public void init(ProcessorContext<String, Person> started) {
    context = started;
    states = new CachedStore<>(persons.of(started));
    crowds = null;
    started.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, this::publish);
  }

  @Override
  public void process(Record<String, PersonEvent> news) {
    String person = news.key();
    var kept = states.get(person);
    var before = kept == null ? PersonState.fresh(Versions.epochNow(context)) : kept;
    if (before.crowd()) {
      hear(person, before, news.value());
      crowds().changed(person, news.timestamp());
      return;
    }
    var after = before.after(news.value());
    if (after.members().size() > most) {
      after.members().values().forEach(each -> crowds().joined(person, each));
      states.put(person, after.asCrowd());
      crowds().changed(person, news.timestamp());
      return;
    }
    states.put(person, after);
    if (!before.isEmpty() || !after.isEmpty()) {
      context.forward(news.withValue(after.asPerson(person, after.members().values())));
    }
  }

  private void hear(String person, PersonState crowd, PersonEvent news) {
    switch (news) {
      case PersonEvent.Joined(AccountProfile member) -> crowds().joined(person, member);
      case PersonEvent.Left(String account) -> crowds().left(person, account);
      case PersonEvent.Explained _ -> states.put(person, crowd.after(news));
    }
  }

  /** The crowds whose turn it is; one that has become small is an ordinary person again. */
  private void publish(long now) {
    List<String> due = crowds().due(now);
    for (String person : due) {
      Map<String, AccountProfile> accounts = crowds().members(person);
      boolean few = accounts.size() <= most / 2;
      var before = Objects.requireNonNull(states.get(person));
      var after = few ? before.with(accounts) : before.asCrowd();
      if (few) {
        crowds().dissolve(person, accounts.keySet());
      }
      states.put(person, after);
      long moment = crowds().published(person, accounts.size(), now);
      context.forward(new Record<>(person, after.asPerson(person, accounts.values()), moment));
    }
    if (!due.isEmpty()) {
      context.commit();
    }
  }

  /** Made when first needed: by then the stores are complete. */
  private LargePersons crowds() {
    if (crowds == null) {
      crowds = LargePersons.of(context, members, unpublished);
    }
    return crowds;
  }
}
