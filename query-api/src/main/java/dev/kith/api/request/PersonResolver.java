package dev.kith.api.request;

import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.error.NotFound;
import dev.kith.api.error.RedirectResponse;
import dev.kith.api.index.PeopleIndex;
import dev.kith.api.search.PrintableText;
import jakarta.inject.Singleton;

/** Looks up a person by the id in a path. */
@Singleton
public class PersonResolver {
  private static final int LONGEST = 200;
  private final PeopleIndex people;

  PersonResolver(PeopleIndex people) {
    this.people = people;
  }

  /**
   * The current person with this id.
   *
   * @param below the rest of the path after the id, for the redirection
   * @throws RedirectResponse if the id has passed to another person
   * @throws NotFound if nobody ever had it
   */
  public IndexedPerson current(String id, String below) {
    IndexedPerson person = found("id", id);
    if (!person.id().equals(id)) {
      throw new RedirectResponse("/api/people/" + person.id() + below);
    }
    return person;
  }

  /** The person with this present or former id. */
  public IndexedPerson found(String parameter, String id) {
    check(parameter, id);
    return people.byId(id).orElseThrow(() -> new NotFound("no person has the id " + id));
  }

  private static void check(String parameter, String id) {
    PrintableText.check(parameter, id);
    if (id.length() > LONGEST) {
      throw InvalidParameterException.expected(parameter, "a person id", id);
    }
  }
}
