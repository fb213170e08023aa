package dev.kith.api.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import dev.kith.api.document.IndexedActivity;
import dev.kith.api.query.Filters;
import dev.kith.api.query.PageQuery;
import dev.kith.schemas.Indices;
import dev.kith.schemas.SeedsCodec;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries to the activities index. */
@Singleton
public class ActivitiesIndex {
  private final SearchClient client;

  ActivitiesIndex(SearchClient client) {
    this.client = client;
  }

  /** A page of the activities that match. */
  public Hits<IndexedActivity> page(PageQuery query) {
    return hits(anchored(query));
  }

  private Hits<IndexedActivity> hits(PageQuery query) {
    return client.page(client.indices().activities(), query, IndexedActivity.class);
  }

  /**
   * Each new activity changes the scores of all others a little. So a page begins after the present
   * score of the last hit of the previous page, not after its former score.
   */
  private PageQuery anchored(PageQuery query) {
    List<String> after = query.after();
    boolean isByScore = after.size() == 2 && query.order().getFirst().isScore();
    if (!isByScore || !SortValue.decode(after.getLast()).isString()) {
      return query;
    }
    String id = SortValue.decode(after.getLast()).stringValue();
    Query last = Query.of(q -> q.bool(b -> b.must(query.query()).filter(Filters.term("id", id))));
    List<Hits.Hit<IndexedActivity>> present = hits(PageQuery.first(1, last)).hits();
    return present.isEmpty() ? query : query.after(present.getLast().sort());
  }

  /** The votes of the best matches about who knows the subject, best first. */
  public DeferredQuery<List<ExpertiseVote>> votes(Query scored, int most) {
    var request =
        new SearchRequest.Builder()
            .index(client.indices().activities().alias())
            .query(scored)
            .size(most)
            .sort(PageQuery.byScoreAlone());
    return client
        .deferred(request, "seeds")
        .map(rows -> DocValueHit.certain(rows, most).stream().map(ActivitiesIndex::vote).toList());
  }

  private static ExpertiseVote vote(DocValueHit row) {
    List<String> seeds = SeedsCodec.decode(row.first("seeds"));
    return new ExpertiseVote(seeds.getFirst(), seeds.subList(1, seeds.size()), row.score());
  }

  /** The newest activities that match, newest first, without their texts. */
  public List<ActivityHeader> newest(Query matching, int most) {
    var request =
        new SearchRequest.Builder()
            .index(client.indices().activities().alias())
            .query(matching)
            .size(most)
            .sort(PageQuery.descending("at"));
    return client.rows(request, "id", "actor", "at", "inReplyTo").stream()
        .map(ActivitiesIndex::header)
        .toList();
  }

  private static ActivityHeader header(DocValueHit row) {
    String parent = row.first("inReplyTo");
    return new ActivityHeader(
        row.first("id"),
        row.first("actor"),
        Instant.parse(row.first("at")),
        parent.isEmpty() ? null : parent);
  }

  /** The same with their texts, fetched together with other queries. */
  public DeferredQuery<List<IndexedActivity>> deferredNewest(Query matching, int most) {
    var request =
        new SearchRequest.Builder()
            .index(client.indices().activities().alias())
            .query(matching)
            .size(most)
            .sort(PageQuery.descending("at"));
    return client.documents(request, List.of("seeds"), IndexedActivity.class);
  }

  /** Waits until the written revisions of these activities are searchable. */
  public void awaitSearchable(Collection<String> ids) {
    client.awaitSearchable(
        client.indices().activities(), ids.stream().map(Indices::documentId).toList());
  }

  /**
   * The vote of one activity for people who know a subject.
   *
   * @param actor account id of the author, which is also a present or former person id
   * @param towards account ids of its targets, likewise
   * @param weight its score, by match and recency
   */
  public record ExpertiseVote(String actor, List<String> towards, double weight) {}

  /**
   * An activity without its text.
   *
   * @param id of the activity
   * @param actor account of the author
   * @param at its time
   * @param inReplyTo id of its parent
   */
  public record ActivityHeader(String id, String actor, Instant at, @Nullable String inReplyTo) {}
}
