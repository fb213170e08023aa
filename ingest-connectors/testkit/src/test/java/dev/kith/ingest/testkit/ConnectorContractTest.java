package dev.kith.ingest.testkit;

import static dev.kith.ingest.testkit.ListConnector.activity;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.ingest.Connector;
import dev.kith.ingest.Cursor;
import dev.kith.ingest.Page;
import dev.kith.ingest.UnreadableItem;
import dev.kith.schemas.Activity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each rule of the contract catches whoever breaks it. */
class ConnectorContractTest {
  private static final Activity FIRST = activity("1", "email:ann@example.org", 1);
  private static final Activity SECOND = activity("2", "email:bob@example.org", 2);
  private static final Activity THIRD = activity("3", "email:bob@example.org", 3);

  @Test
  void newestFirstIsCaught() {
    caught(contract(SECOND, FIRST)::readsOldestFirst);
  }

  @Test
  void nothingToReadIsCaught() {
    caught(contract()::readsOldestFirst);
  }

  @Test
  void namingAnActivityTwiceIsCaught() {
    caught(contract(FIRST, FIRST)::namesEachActivityOnce);
  }

  @Test
  void aForeignNetworkIsCaught() {
    var foreign = Activity.newBuilder(FIRST).setNetwork("mail").build();

    caught(contract(foreign)::namesItsOwnNetworkAndSource);
  }

  @Test
  void profilesThatAreForgottenBeforeTheyAreKeptAreCaught() {
    caught(
        contract(
                () ->
                    new ListConnector(List.of(FIRST, SECOND)) {
                      @Override
                      public Page read(Cursor after) {
                        Page page = super.read(after);
                        committed(page);
                        return page;
                      }
                    })
            ::readsTheSamePageFromTheSameCursor);
  }

  @Test
  void neverComingToRestIsCaught() {
    caught(
        contract(
                () ->
                    new ListConnector(List.of(FIRST)) {
                      @Override
                      public Page read(Cursor after) {
                        return super.read(Cursor.START);
                      }
                    })
            ::comesToRestAtTheEnd);
  }

  @Test
  void goingOnByMemoryInsteadOfTheCursorIsCaught() {
    caught(
        contract(
                () ->
                    new ListConnector(List.of(FIRST, SECOND, THIRD)) {
                      private Cursor position = Cursor.START;

                      @Override
                      public Page read(Cursor after) {
                        Page page = super.read(position);
                        position = page.next();
                        return page;
                      }
                    })
            ::goesOnWhereAnotherReaderStopped);
  }

  @Test
  void anAccountWithoutProfileIsCaught() {
    caught(
        contract(
                () ->
                    new ListConnector(List.of(FIRST)) {
                      @Override
                      public Page read(Cursor after) {
                        Page page = super.read(after);
                        return new Page(
                            page.activities(),
                            List.of(),
                            List.of(),
                            page.next(),
                            OptionalLong.empty());
                      }
                    })
            ::givesAProfileOfEveryAccountItNames);
  }

  @Test
  void aConnectorThatSaysNotWhatItCannotShowIsCaught() {
    for (List<String> limitations : List.of(List.<String>of(), List.of("nothing old"))) {
      caught(
          contract(
                  () ->
                      new ListConnector(List.of(FIRST)) {
                        @Override
                        public List<String> limitations() {
                          return limitations;
                        }
                      })
              ::saysWhatItCannotShow);
    }
  }

  @Test
  void accountsThatAreNotFoldedAreCaught() {
    caught(contract(activity("1", "email:Ann@example.org", 1))::writesAccountsInTheirFoldedForm);
    caught(
        contract(activity("1", "git:Ann <Ann@example.org>", 1))::writesAccountsInTheirFoldedForm);
    caught(contract(activity("1", "ann@example.org", 1))::writesAccountsInTheirFoldedForm);
  }

  @Test
  void topicsThatAreNotFoldedAreCaught() {
    var shouting = Activity.newBuilder(FIRST).setTopics(List.of("Kafka")).build();

    caught(contract(shouting)::writesActivitiesWellFormed);
  }

  @Test
  void reasonsThatQuoteTheItemAreCaught() {
    caught(quoting("expected a date, found ann@example.org")::givesReasonsThatQuoteNobody);
    caught(
        quoting("expected a date, found: a long sentence that somebody wrote in confidence")
            ::givesReasonsThatQuoteNobody);
  }

  private static ConnectorContract quoting(String reason) {
    byte[] original =
        "a long sentence that somebody wrote in confidence".getBytes(StandardCharsets.UTF_8);
    return contract(
        () ->
            new ListConnector(List.of(FIRST)) {
              @Override
              List<UnreadableItem> unreadable(int from, int to) {
                return List.of(new UnreadableItem(original, "text/plain", reason));
              }
            });
  }

  private static void caught(ThrowingCallable rule) {
    assertThatThrownBy(rule).isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
  }

  private static ConnectorContract contract(Activity... activities) {
    return contract(() -> new ListConnector(List.of(activities)));
  }

  private static ConnectorContract contract(Supplier<Connector> connector) {
    return new ConnectorContract() {
      @Override
      protected Connector connector() {
        return connector.get();
      }
    };
  }
}
