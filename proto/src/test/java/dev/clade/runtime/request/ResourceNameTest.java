package dev.clade.runtime.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceNameTest {
  @ParameterizedTest
  @CsvSource({
    "models/gpt2, models, gpt2",
    "models/google-bert/bert-base-uncased, models, google-bert/bert-base-uncased",
    "datasets/glue, datasets, glue",
    "models/TheBloke/Llama-2-7B_v1.0, models, TheBloke/Llama-2-7B_v1.0"
  })
  void namesComeApartAndTogether(String name, String collection, String id) {
    ResourceName parsed = ResourceName.parse("name", name, "models", "datasets");
    assertThat(parsed).isEqualTo(new ResourceName(collection, id)).hasToString(name);
  }

  @Property
  void whatEverIsTakenComesBackUnchanged(
      @ForAll
          @StringLength(max = 30)
          @Chars({'/', '-', '_', '.', ' ', 'é', '\n'})
          @CharRange(from = 'a', to = 'c')
          String id) {
    try {
      assertThat(ResourceName.parse("name", "models/" + id, "models")).hasToString("models/" + id);
      assertThat(id).matches("[a-c._-]+(/[a-c._-]+)?");
    } catch (CladeException refused) {
      assertThat(id).doesNotMatch("[a-c._-]+(/[a-c._-]+)?");
      assertThat(refused.metadata()).containsEntry("field", "name");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models",
        "models/",
        "/gpt2",
        "spaces/a/b",
        "models/a/b/c",
        "models//b",
        "models/a/",
        "models/a b",
        "Models/a",
        "models/ä",
        "models/a\n",
        "models/a\u0000"
      })
  void otherFormsAreRefusedNamingTheField(String name) {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> ResourceName.parse("parent", name, "models", "datasets"))
        .withMessageStartingWith("parent must be models/{id} or datasets/{id}")
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.FIELD_MALFORMED));
  }

  @Test
  void theLongestIdIsTakenAndOneMoreIsNot() {
    String longest = "x".repeat(ResourceName.LONGEST_ID);
    assertThat(ResourceName.parse("name", "models/" + longest, "models").id()).isEqualTo(longest);
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> ResourceName.parse("name", "models/x" + longest, "models"))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.FIELD_TOO_LONG));
  }

  @Test
  void anEmptyNameIsMissing() {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(() -> ResourceName.parse("name", "", "models"))
        .withMessage("name is required");
  }
}
