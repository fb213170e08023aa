package dev.kith.ingest.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectsTest {
  @Test
  void aPrefixIsATopicAndSoIsEveryPathAboveIt() {
    assertThat(Subjects.topics("net/mlx5: fix")).containsExactly("net/mlx5", "net");
    assertThat(Subjects.topics("gopls/internal/golang: align"))
        .containsExactly("gopls/internal/golang", "gopls/internal", "gopls");
  }

  @Test
  void severalPrefixesAreSeveralTopics() {
    assertThat(Subjects.topics("doc, net/ena: update")).containsExactly("doc", "net/ena", "net");
    assertThat(Subjects.topics("drivers: net: mlx5: fix"))
        .containsExactly("drivers", "net", "mlx5");
  }

  @Test
  void tagsInBracketsAndCaseDoNotMatter() {
    assertThat(Subjects.topics("[FIX][17.0] Website: x")).containsExactly("website");
    assertThat(Subjects.topics("Matrix.c: x")).containsExactly("matrix.c");
  }

  @Test
  void theScopeOfAConventionalCommitIsTheTopic() {
    assertThat(Subjects.topics("feat(parser)!: x")).containsExactly("parser");
    assertThat(Subjects.topics("fix: x")).isEmpty();
  }

  @Test
  void whatIsNoPrefixIsNoTopic() {
    assertThat(Subjects.topics("Merge branch 'x': y")).isEmpty();
    assertThat(Subjects.topics("see https://example.org")).isEmpty();
    assertThat(Subjects.topics("gh-1234: x")).isEmpty();
    assertThat(Subjects.topics("KAFKA-1234: x")).isEmpty();
    assertThat(Subjects.topics("Foo::bar is gone")).isEmpty();
    assertThat(Subjects.topics("")).isEmpty();
  }
}
