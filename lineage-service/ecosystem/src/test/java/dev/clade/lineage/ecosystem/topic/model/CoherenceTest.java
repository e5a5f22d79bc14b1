package dev.clade.lineage.ecosystem.topic.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against what gensim answers to {@code topic_answers.py}. */
class CoherenceTest {
  private static final JsonNode ANSWERS =
      Answers.read("/dev/clade/lineage/ecosystem/topic/topic_answers.json");

  static Stream<JsonNode> corpora() {
    return Answers.stream(ANSWERS.get("corpora"));
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void isWhatGensimSays(JsonNode corpus) {
    double[] coherence =
        Coherence.of(
            texts(corpus.get("texts")),
            texts(ANSWERS.get("topics")),
            ANSWERS.get("words").intValue());
    assertThat(coherence).containsExactly(Answers.doubles(corpus.get("coherence")), within(1e-12));
  }

  /**
   * Words 0 and 1 share one of four windows and have one more each: p = ½, ¼ together, so their
   * information is log(¼ / ¼) = 0 and the vectors are (1, 0) and (0, 1), beside (1, 1).
   */
  @Test
  void ofIndependentWordsIsTheCosineOfHalfARightAngle() {
    List<int[]> texts =
        List.of(new int[] {0, 1, 1}, new int[] {0, 2}, new int[] {2, 1}, new int[] {2});
    assertThat(Coherence.of(texts, List.of(new int[] {0, 1}), 3))
        .containsExactly(new double[] {Math.sqrt(0.5)}, within(1e-9));
  }

  @Test
  void ofLessThanTwoWordsIsNone() {
    List<int[]> topics = List.of(new int[] {0}, new int[0]);
    assertThat(Coherence.of(List.of(new int[] {0, 1}), topics, 2)).containsExactly(0, 0);
  }

  private static List<int[]> texts(JsonNode lists) {
    return Answers.stream(lists)
        .map(each -> Answers.stream(each).mapToInt(JsonNode::intValue).toArray())
        .toList();
  }
}
