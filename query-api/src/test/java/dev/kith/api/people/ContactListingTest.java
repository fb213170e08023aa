package dev.kith.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.api.closeness.PointInTimeSearch;
import dev.kith.api.document.IndexedPerson;
import dev.kith.api.error.InvalidParameterException;
import dev.kith.api.index.EndlessContacts;
import dev.kith.api.index.FakePeople;
import dev.kith.api.query.Moment;
import dev.kith.api.query.ResolvedNames;
import dev.kith.api.query.Viewer;
import dev.kith.api.request.PageRequest;
import dev.kith.api.search.SearchQuery;
import dev.kith.api.testing.TestClock;
import dev.kith.schemas.strength.StrengthFormula;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactListingTest {
  private static final Moment NOW = new Moment(TestClock.NOW, StrengthFormula.standard());

  private final FakePeople people = new FakePeople();
  private final IndexedPerson ann = people.byId("ann0000000000000").orElseThrow();

  @Test
  void aPastThatWasNotLookedAtAsAWholeSaysSo() {
    var page =
        acquaintances(PointInTimeSearch.MAX_RELATIONSHIPS + 1, NOW.at(LocalDate.of(2020, 1, 1)));

    assertThat(page.note())
        .isEqualTo("only the 10,000 relationships with the most contact ever were looked at");
  }

  @Test
  void aPastThatWasLookedAtAsAWholeSaysNothing() {
    var page = acquaintances(PointInTimeSearch.MAX_RELATIONSHIPS, NOW.at(LocalDate.of(2020, 1, 1)));

    assertThat(page.total()).isEqualTo(PointInTimeSearch.MAX_RELATIONSHIPS);
    assertThat(page.note()).isNull();
  }

  @Test
  void aCursorThatIsNoneOfOursIsRefused() {
    Moment then = NOW.at(LocalDate.of(2020, 1, 1));

    assertThatThrownBy(() -> acquaintances(1, then, List.of("1..2", "\"bob\"")))
        .isInstanceOf(InvalidParameterException.class);
  }

  private PeoplePage acquaintances(int count, Moment moment) {
    return acquaintances(count, moment, List.of());
  }

  private PeoplePage acquaintances(int count, Moment moment, List<String> after) {
    var relationships = new EndlessContacts(ann.id(), count);
    var contacts = new ViewerContacts(relationships, new PointInTimeSearch(relationships));
    return new ContactListing(people, contacts)
        .page(
            new SearchQuery(List.of()),
            ResolvedNames.NOBODY,
            List.of(),
            new Viewer(List.of(ann), true, true, null),
            new PageRequest("", moment, 10, after));
  }
}
