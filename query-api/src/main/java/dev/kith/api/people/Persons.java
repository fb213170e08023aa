package dev.kith.api.people;

import dev.kith.api.index.PeopleIndex;
import dev.kith.api.index.PersonDocument;
import dev.kith.api.search.NotUnderstood;
import dev.kith.api.search.SafeText;
import dev.kith.api.web.Moved;
import dev.kith.api.web.Unknown;
import dev.kith.api.web.WrongParameter;
import jakarta.inject.Singleton;

/** Looks up a person by the id in an address. */
@Singleton
public class Persons {
  private static final int LONGEST = 200;
  private final PeopleIndex people;

  Persons(PeopleIndex people) {
    this.people = people;
  }

  /**
   * Whoever has this id now.
   *
   * @param below what follows the id in the path, for the redirection
   * @throws Moved if the id has passed to another person
   * @throws Unknown if nobody ever had it
   */
  public PersonDocument present(String id, String below) {
    PersonDocument person = found("id", id);
    if (!person.id().equals(id)) {
      throw new Moved("/api/people/" + person.id() + below);
    }
    return person;
  }

  /** Whoever this id belongs to, now or formerly. */
  public PersonDocument found(String parameter, String id) {
    check(parameter, id);
    return people.byId(id).orElseThrow(() -> new Unknown("no person has the id " + id));
  }

  private static void check(String parameter, String id) {
    try {
      SafeText.check(id);
    } catch (NotUnderstood e) {
      throw WrongParameter.because(parameter, String.valueOf(e.getMessage()));
    }
    if (id.length() > LONGEST) {
      throw WrongParameter.expected(parameter, "a person id", id);
    }
  }
}
