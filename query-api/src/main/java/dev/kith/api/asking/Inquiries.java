package dev.kith.api.asking;

import dev.kith.api.search.Scope;
import dev.kith.api.search.Search;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Understands what is asked. */
@Singleton
public class Inquiries {
  private final Askers askers;
  private final Pages pages;

  Inquiries(Askers askers, Pages pages) {
    this.askers = askers;
    this.pages = pages;
  }

  /**
   * What is asked.
   *
   * @param path that tells this question from others with the same parameters
   */
  public Inquiry inquiry(String path, Asked asked, Scope scope) {
    return inquiry(path, asked, Optional.empty(), scope);
  }

  /**
   * What is asked, in an order.
   *
   * @param path that tells this question from others with the same parameters
   */
  public Inquiry inquiry(String path, Asked asked, Optional<String> sort, Scope scope) {
    String question = path + "\n" + asked.text() + "\n" + sort.orElse("");
    Page page = pages.page(question, asked.size(), asked.cursor());
    Search search = Understanding.search(asked.q(), scope, page.moment());
    return new Inquiry(search, askers.asker(asked.as()), page);
  }
}
