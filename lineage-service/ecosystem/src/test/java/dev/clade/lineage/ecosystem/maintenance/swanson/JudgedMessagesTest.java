package dev.clade.lineage.ecosystem.maintenance.swanson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgedMessagesTest {
  @Test
  void theDigestIsOfMessagesClassesAndOrder() {
    List<LabelledMessage> messages = messages(10);
    String digest = new JudgedMessages(messages).digest();
    assertThat(digest).matches("sha256-[0-9a-f]{12}");
    assertThat(new JudgedMessages(messages(10)).digest()).isEqualTo(digest);
    assertThat(new JudgedMessages(messages.reversed()).digest()).isNotEqualTo(digest);
    messages.set(0, new LabelledMessage("mend 0", Set.of(CommitClass.CORRECTIVE)));
    assertThat(new JudgedMessages(messages).digest()).isNotEqualTo(digest);
    messages.set(
        0, new LabelledMessage("Mend 0", Set.of(CommitClass.CORRECTIVE, CommitClass.ADAPTIVE)));
    assertThat(new JudgedMessages(messages).digest()).isNotEqualTo(digest);
  }

  @Test
  void thereMustBeEnoughOfEveryClass() {
    assertThat(JudgedMessages.NONE.isEmpty()).isTrue();
    assertThatThrownBy(() -> new JudgedMessages(messages(9)))
        .hasMessage("there must be at least 10 different messages that are corrective, not 9");
    List<LabelledMessage> repeated = messages(9);
    repeated.addAll(messages(9));
    assertThatThrownBy(() -> new JudgedMessages(repeated)).hasMessageContaining("not 9");
  }

  @Test
  void classesByTheirWords() {
    assertThat(CommitClass.of("adaptive")).contains(CommitClass.ADAPTIVE);
    assertThat(CommitClass.of("ADAPTIVE")).isEmpty();
    assertThat(CommitClass.PERFECTIVE.word()).isEqualTo("perfective");
  }

  private static List<LabelledMessage> messages(int count) {
    List<LabelledMessage> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(new LabelledMessage("Mend " + i, Set.of(CommitClass.CORRECTIVE)));
      messages.add(new LabelledMessage("Bring " + i, Set.of(CommitClass.ADAPTIVE)));
      messages.add(new LabelledMessage("Polish " + i, Set.of(CommitClass.PERFECTIVE)));
    }
    return messages;
  }
}
