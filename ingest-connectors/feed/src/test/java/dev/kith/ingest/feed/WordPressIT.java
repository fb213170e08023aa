package dev.kith.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.ingest.Cursor;
import dev.kith.ingest.testkit.ReadThrough;
import dev.kith.ingest.testkit.http.LoopbackHttp;
import dev.kith.schemas.AccountKind;
import dev.kith.schemas.Activity;
import dev.kith.schemas.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people do in WordPress comes out as activities: posts, comments, edits, deletions. */
@Timeout(120)
class WordPressIT {
  @TempDir private static Path folder;
  private static @Nullable WordPress wordpress;

  private final URI feed = wordpress().address().resolve("/?feed=rss2");
  private Cursor cursor = Cursor.START;
  private List<Profile> profiles = List.of();

  @BeforeAll
  static void start() throws Exception {
    if (!WordPress.isInstalled()) {
      System.err.println(
          "SKIPPED: reading a real WordPress; install the packages wordpress,"
              + " wordpress-theme-twentytwentythree, php-cli, php-mysql and mariadb-server");
    }
    Assumptions.assumeTrue(WordPress.isInstalled(), "no WordPress");
    wordpress = WordPress.start(folder);
  }

  @AfterAll
  static void stop() {
    if (wordpress != null) {
      wordpress.close();
    }
  }

  private static WordPress wordpress() {
    return Objects.requireNonNull(wordpress);
  }

  /** What is new, read by a connector that begins where the last one has stopped. */
  private List<Activity> news() throws Exception {
    try (FeedConnector connector =
        TestFeeds.connector(
            TestFeeds.settings(feed, TestFeeds.ALWAYS, TestFeeds.SELDOM),
            LoopbackHttp.client(),
            folder.resolve("items"),
            InstantSource.system())) {
      ReadThrough read = ReadThrough.of(connector, cursor);
      cursor = read.end();
      profiles = read.profiles();
      return read.activities();
    }
  }

  private static int post(int author, String title, String content) throws Exception {
    return wordpress()
        .run(
            "return wp_insert_post(['post_author' => %d, 'post_title' => '%s', 'post_content' => '%s',"
                    .formatted(author, title, content)
                + " 'post_status' => 'publish', 'tags_input' => ['Frogs']], true);");
  }

  private static int comment(int post, String author, String content) throws Exception {
    return wordpress()
        .run(
            "return wp_insert_comment(['comment_post_ID' => %d, 'comment_author' => '%s',"
                    .formatted(post, author)
                + " 'comment_content' => '"
                + content
                + "', 'comment_approved' => 1]);");
  }

  @Test
  void postsAndCommentsAreReadEditedAndDeleted() throws Exception {
    int ida =
        wordpress()
            .run(
                "return wp_insert_user(['user_login' => 'ida', 'display_name' => 'Ida Holm',"
                    + " 'user_pass' => 'secret', 'role' => 'author']);");
    int frogs = post(ida, "Frogs are back", "<p>At the <b>lake</b>.</p>");
    int hours = post(1, "Opening hours", "From nine to five");
    int question = comment(frogs, "Gil Frost", "Which lake?");

    List<Activity> read = news();

    assertThat(read)
        .extracting(each -> each.getTitle().orElseThrow())
        .containsExactlyInAnyOrder("Frogs are back", "Opening hours", "By: Gil Frost");
    Activity frogsPost = titled(read, "Frogs are back");
    assertThat(frogsPost.getText()).isEqualTo("At the lake.");
    assertThat(frogsPost.getTopics()).contains("frogs");
    assertThat(frogsPost.getActor()).endsWith("#ida holm");
    Activity reply = titled(read, "By: Gil Frost");
    assertThat(reply.getActor()).endsWith("#gil frost");
    assertThat(reply.getInReplyTo()).hasValue(frogsPost.getId());
    assertThat(profileOf(titled(read, "Opening hours")).getKind())
        .isEqualTo(AccountKind.ORGANISATION);
    assertThat(news()).isEmpty();

    wordpress()
        .run("return wp_update_post(['ID' => " + frogs + ", 'post_content' => 'All of them.']);");
    assertThat(news()).extracting(Activity::getText).containsExactly("All of them.");

    comment(frogs, "Ida Holm", "The small one");
    assertThat(news()).extracting(Activity::getActor).containsExactly(frogsPost.getActor());

    wordpress().run("return wp_delete_comment(" + question + ", true);");
    List<Activity> withoutQuestion = news();
    assertThat(withoutQuestion).extracting(Activity::getId).containsExactly(reply.getId());
    assertThat(withoutQuestion.getFirst().getDeleted()).isTrue();

    wordpress().run("return (bool) wp_delete_post(" + frogs + ", true);");
    List<Activity> withoutFrogs = news();
    assertThat(withoutFrogs).allMatch(Activity::getDeleted);
    assertThat(withoutFrogs).extracting(Activity::getId).contains(frogsPost.getId());

    wordpress().run("return wp_trash_post(" + hours + ") ? 1 : 0;");
    assertThat(news()).hasSize(1).allMatch(Activity::getDeleted);
  }

  private static Activity titled(List<Activity> activities, String title) {
    return activities.stream()
        .filter(each -> each.getTitle().equals(Optional.of(title)))
        .findFirst()
        .orElseThrow();
  }

  private Profile profileOf(Activity activity) {
    return profiles.stream()
        .filter(each -> each.getAccount().equals(activity.getActor()))
        .findFirst()
        .orElseThrow();
  }
}
