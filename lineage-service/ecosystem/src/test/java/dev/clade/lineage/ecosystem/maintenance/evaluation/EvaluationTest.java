package dev.clade.lineage.ecosystem.maintenance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final List<LabelledMessage> MESSAGES =
      List.of(
          new LabelledMessage("Fix it", Set.of(CommitClass.CORRECTIVE)),
          new LabelledMessage("fix  IT!", Set.of(CommitClass.CORRECTIVE)),
          new LabelledMessage("Add it", Set.of(CommitClass.ADAPTIVE)),
          new LabelledMessage("Tidy it", Set.of(CommitClass.PERFECTIVE)));

  /** As scikit-learn: see {@code maintenance_answers.py}. */
  @Test
  void scores() {
    JsonNode answers =
        Answers.read("/dev/clade/lineage/ecosystem/maintenance/maintenance_answers.json")
            .get("scores");
    List<LabelledMessage> messages = new ArrayList<>();
    for (JsonNode row : answers.get("truth")) {
      messages.add(new LabelledMessage(Integer.toString(messages.size()), classes(row)));
    }
    Scores found =
        Scores.of(messages, number -> classes(answers.get("given").get(Integer.parseInt(number))));
    for (CommitClass each : CommitClass.values()) {
      Score score = found.classes().get(each);
      same(score.precision(), answers.get("precision").get(each.ordinal()));
      same(score.recall(), answers.get("recall").get(each.ordinal()));
      same(score.f1(), answers.get("f1").get(each.ordinal()));
    }
    same(found.micro().f1(), answers.get("microF1"));
    same(found.macroF1(), answers.get("macroF1"));
    same(found.exactShare(), answers.get("exact"));
  }

  @Test
  void noMessageIsOnBothSides() {
    Set<String> judged = new HashSet<>();
    Scores found =
        Evaluation.crossValidate(
            MESSAGES,
            learnt -> {
              Set<String> keys =
                  learnt.stream().map(LabelledMessage::key).collect(Collectors.toSet());
              return message -> {
                judged.add(message);
                assertThat(keys).doesNotContain(new LabelledMessage(message, Set.of()).key());
                return Set.of(CommitClass.CORRECTIVE);
              };
            },
            3,
            1);
    assertThat(judged).hasSize(MESSAGES.size());
    assertThat(found.messages()).isEqualTo(4);
    assertThat(found.exact()).isEqualTo(2);
    assertThat(found.classes().get(CommitClass.CORRECTIVE)).isEqualTo(new Score(2, 2, 0));
    assertThat(found.classes().get(CommitClass.ADAPTIVE)).isEqualTo(new Score(0, 0, 1));
  }

  @Test
  void acrossSetsOnlyOtherMessages() {
    Scores found =
        Evaluation.across(MESSAGES.subList(0, 1), MESSAGES.subList(1, 4), Learner::majority);
    assertThat(found.messages()).isEqualTo(2);
    assertThat(found.exact()).isZero();
  }

  @Test
  void majority() {
    assertThat(Learner.majority(MESSAGES).classes("any")).containsExactly(CommitClass.CORRECTIVE);
  }

  @Test
  void tooManyParts() {
    assertThatThrownBy(() -> Evaluation.crossValidate(MESSAGES, Learner::majority, 4, 1))
        .hasMessage("4 parts cannot be made of 3 different messages");
  }

  private static Set<CommitClass> classes(JsonNode row) {
    return Stream.of(CommitClass.values())
        .filter(each -> row.get(each.ordinal()).asInt() == 1)
        .collect(Collectors.toSet());
  }

  private static void same(double found, JsonNode answer) {
    assertThat(found).isCloseTo(answer.asDouble(), within(1e-12));
  }
}
