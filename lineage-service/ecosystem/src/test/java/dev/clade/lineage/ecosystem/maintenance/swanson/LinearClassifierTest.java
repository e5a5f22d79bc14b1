package dev.clade.lineage.ecosystem.maintenance.swanson;

import static dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass.ADAPTIVE;
import static dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass.CORRECTIVE;
import static dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass.PERFECTIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinearClassifierTest {
  /** Each class has a word of its own, whatever the others. */
  private static List<LabelledMessage> judged() {
    List<LabelledMessage> messages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      messages.add(new LabelledMessage("Mend thing" + i, Set.of(CORRECTIVE)));
      messages.add(new LabelledMessage("Bring thing" + i, Set.of(ADAPTIVE)));
      messages.add(new LabelledMessage("Mend and bring thing" + i, Set.of(CORRECTIVE, ADAPTIVE)));
      messages.add(new LabelledMessage("Polish thing" + i, Set.of(PERFECTIVE)));
      messages.add(new LabelledMessage("Look at thing" + i, Set.of()));
    }
    return messages;
  }

  @Test
  void learnsSeveralClassesAndNone() {
    LinearClassifier found = LinearClassifier.train(judged(), 1);
    assertThat(found.classes("MEND: something")).containsExactly(CORRECTIVE);
    assertThat(found.classes("polish something")).containsExactly(PERFECTIVE);
    assertThat(found.classes("mend and bring something")).containsExactly(CORRECTIVE, ADAPTIVE);
    assertThat(found.classes("look at something")).isEmpty();
  }

  @Test
  void theSameBySeed() {
    LinearClassifier first = LinearClassifier.train(judged(), 7);
    LinearClassifier second = LinearClassifier.train(judged(), 7);
    for (LabelledMessage each : judged()) {
      assertThat(first.probabilities(each.message()))
          .isEqualTo(second.probabilities(each.message()));
    }
  }

  @Test
  void messagesWithoutAKnownWord() {
    LinearClassifier found = LinearClassifier.train(judged(), 1);
    assertThat(found.probabilities("").keySet()).containsExactly(CommitClass.values());
    assertThat(found.classes("更新")).isEqualTo(found.classes(""));
  }

  @Test
  void nothingToLearnFrom() {
    assertThatThrownBy(() -> LinearClassifier.train(List.of(new LabelledMessage("x", Set.of())), 1))
        .hasMessage("there must be a message with a class to learn from");
  }
}
