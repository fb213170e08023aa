package dev.kith.identity;

import dev.kith.flow.Store;
import dev.kith.flow.Versions;
import dev.kith.schemas.Person;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Gathers a person's accounts, one row per account, and publishes the person when they change. */
final class GatherProcessor implements Processor<String, PersonNews, String, Person> {
  private static final char SEPARATOR = '\0';

  private final Store<String, Member> accounts;
  private final Store<String, PersonState> people;
  private ProcessorContext<String, Person> context;
  private KeyValueStore<String, Member> members;
  private KeyValueStore<String, PersonState> states;

  GatherProcessor(Store<String, Member> accounts, Store<String, PersonState> people) {
    this.accounts = accounts;
    this.people = people;
  }

  @Override
  public void init(ProcessorContext<String, Person> started) {
    context = started;
    members = accounts.of(started);
    states = people.of(started);
  }

  @Override
  public void process(Record<String, PersonNews> news) {
    String person = news.key();
    var kept = states.get(person);
    var before = kept == null ? PersonState.fresh(Versions.epochNow(context)) : kept;
    var after = take(person, news.value(), before);
    List<Member> theirs = members(person);
    if (theirs.isEmpty() && !before.alive()) {
      states.put(person, after);
      return;
    }
    var published = after.published(!theirs.isEmpty());
    states.put(person, published);
    long version = Versions.version(published.epoch(), published.count());
    context.forward(news.withValue(Persons.of(person, version, theirs, published.findings())));
  }

  private PersonState take(String person, PersonNews news, PersonState state) {
    return switch (news) {
      case PersonNews.Joined(Member member) -> {
        members.put(person + SEPARATOR + member.account(), member);
        yield state;
      }
      case PersonNews.Left(String account) -> {
        members.delete(person + SEPARATOR + account);
        yield state;
      }
      case PersonNews.Explained(Findings findings) -> state.explained(findings);
    };
  }

  private List<Member> members(String person) {
    List<Member> found = new ArrayList<>();
    try (var kept = members.prefixScan(person + SEPARATOR, new StringSerializer())) {
      kept.forEachRemaining(each -> found.add(each.value));
    }
    return found;
  }
}
