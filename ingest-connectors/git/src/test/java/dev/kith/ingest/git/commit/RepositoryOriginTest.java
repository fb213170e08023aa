package dev.kith.ingest.git.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepositoryOriginTest {
  @Test
  void theContextIsTheLastTwoPartsOfAnAddress() {
    assertThat(context("https://github.com/sympy/sympy.git")).isEqualTo("sympy/sympy");
    assertThat(context("git@github.com:sympy/sympy.git")).isEqualTo("sympy/sympy");
    assertThat(context("ssh://git@example.org:2222/group/sub/tool/")).isEqualTo("sub/tool");
    assertThat(context("git://example.org/tool.git")).isEqualTo("tool");
    assertThat(context("file:///srv/git/town.git")).isEqualTo("git/town");
  }

  @Test
  void aFolderGivesItsName() {
    assertThat(RepositoryOrigin.ofFolder("town.git").context()).isEqualTo("town");
    assertThat(RepositoryOrigin.ofRemote("/srv/git/town.git")).isEmpty();
    assertThat(RepositoryOrigin.ofRemote("../town")).isEmpty();
  }

  @Test
  void aKnownForgeHasAPageForEachCommit() {
    assertThat(page("git@github.com:a/b.git")).isEqualTo("https://github.com/a/b/commit/1");
    assertThat(page("https://gitlab.com/a/b/c")).isEqualTo("https://gitlab.com/a/b/c/-/commit/1");
    assertThat(page("https://example.org/a/b")).isNull();
  }

  @Test
  void aKnownForgeHasAPageForEachIssueAndPullRequest() {
    assertThat(conversation("git@github.com:a/b.git", true))
        .hasValue("https://github.com/a/b/pull/7");
    assertThat(conversation("https://gitlab.com/a/b", false))
        .hasValue("https://gitlab.com/a/b/-/issues/7");
    assertThat(conversation("https://git.sr.ht/~a/b", false)).isEmpty();
    assertThat(conversation("https://example.org/a/b", true)).isEmpty();
  }

  private static Optional<String> conversation(String address, boolean isPullRequest) {
    return RepositoryOrigin.ofRemote(address)
        .orElseThrow()
        .page(new MessageReferences.Conversation(isPullRequest, 7));
  }

  private static String context(String address) {
    return RepositoryOrigin.ofRemote(address).orElseThrow().context();
  }

  private static @Nullable String page(String address) {
    return RepositoryOrigin.ofRemote(address).orElseThrow().page("1");
  }
}
