package dev.clade.local.bench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
  @Test
  void everyRequestHasItsAnswer() throws IOException {
    String echo =
        "echo ready; while read -r line; do [ \"$line\" = stop ] && exit;"
            + " echo \"{\\\"asked\\\": \\\"$line\\\"}\"; done";
    try (Conversation conversation = Conversation.start(List.of("sh", "-c", echo)).orElseThrow()) {
      assertThat(conversation.ask("train unet 5").get("asked").getAsString())
          .isEqualTo("train unet 5");
      assertThat(conversation.ask("again").get("asked").getAsString()).isEqualTo("again");
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> conversation.ask("stop"))
          .withMessage("the program ended at \"stop\"");
    }
  }

  @Test
  void aProgramThatIsNotThereOrNotReadyIsNone() {
    assertThat(Conversation.start(List.of("no-such-program"))).isEmpty();
    assertThat(Conversation.start(List.of("sh", "-c", "exit 1"))).isEmpty();
  }
}
