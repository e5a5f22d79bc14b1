package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.artifact.Relation;
import dev.clade.ingest.artifact.RelationType;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRecordParserTest {
  private final JsonRecordParser parser = new JsonRecordParser(ArtifactKind.MODEL);

  @Test
  void theNamesOfEverySnapshotAreUnderstood() throws Exception {
    Artifact hub =
        parse(
            """
            {"_id":"1","id":"a/b","modelId":"a/b","createdAt":"2024-01-02T03:04:05.000Z",
             "downloads":5,"likes":3,"pipeline_tag":"fill-mask","library_name":"peft","tags":["x"],
             "config":{"deep":[1,{"x":null}]}}
            """);
    Artifact radar =
        parse(
            """
            {"_id":"1","id":"a/b","created_at":"2024-01-02T03:04:05.000Z","downloads_30d":5,"likes":3,
             "pipeline_tag":"fill-mask","library":"peft","tags":["x"],"license":null}
            """);

    assertThat(radar).isEqualTo(hub);
    assertThat(parse("{\"modelId\":\"a/b\",\"downloads\":null}").downloadCount()).isZero();
  }

  @Test
  void aFirstFieldTellsTheKind() throws Exception {
    assertThat(parse("{\"repoType\":\"dataset\",\"id\":\"a/b\"}").name()).isEqualTo("datasets/a/b");
    assertThat(parse("{\"repoType\":\"space\",\"id\":\"a/b\"}").name()).isEqualTo("spaces/a/b");
    assertThat(parse("{\"id\":\"a/b\",\"repoType\":\"space\"}").name()).isEqualTo("models/a/b");
  }

  @Test
  void fieldsBesideTheTagsAddWhatTheTagsDoNotSay() throws Exception {
    Artifact artifact =
        parse(
            """
            {"id":"a/b","license":"mit","languages":["en","unk"],"base_model":"a/c",
             "tags":["license:mit","de","base_model:quantized:a/c"],
             "cardData":{"license":["mit","other"],"language":"fr","datasets":["glue",7],
                         "base_model":["a/d",null],"model-index":[{"x":1}]}}
            """);

    assertThat(artifact.licenses()).containsExactly("mit", "other");
    assertThat(artifact.languages()).containsExactly("de", "en", "fr");
    assertThat(artifact.relations())
        .containsExactly(
            new Relation(RelationType.QUANTIZED, "models/a/c"),
            new Relation(RelationType.UNSPECIFIED_DERIVATION, "models/a/d"),
            new Relation(RelationType.TRAINED_ON, "datasets/glue"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "{, MALFORMED_JSON, ``",
        "[], MALFORMED_JSON, ``",
        "7, MALFORMED_JSON, ``",
        "`{\"id\":\"a\"} {}`, MALFORMED_JSON, ``",
        "`{\"id\":\"a\",}`, MALFORMED_JSON, ``",
        "{}, FIELD_MISSING, id",
        "`{\"repoType\":\"plugin\",\"id\":\"a\"}`, FIELD_MALFORMED, repoType",
        "`{\"repoType\":null,\"id\":\"a\"}`, FIELD_MISSING, repoType",
        "`{\"id\":7}`, FIELD_MALFORMED, id",
        "`{\"id\":\"a\",\"likes\":\"7\"}`, FIELD_MALFORMED, likes",
        "`{\"id\":\"a\",\"likes\":1.5}`, FIELD_MALFORMED, likes",
        "`{\"id\":\"a\",\"likes\":-1}`, FIELD_OUT_OF_RANGE, likes",
        "`{\"id\":\"a\",\"likes\":9223372036854775808}`, FIELD_OUT_OF_RANGE, likes",
        "`{\"id\":\"a\",\"tags\":[1]}`, FIELD_MALFORMED, tags",
        "`{\"id\":\"a\",\"tags\":{}}`, FIELD_MALFORMED, tags",
        "`{\"id\":\"a\",\"tags\":[\"\\u0000\"]}`, FIELD_MALFORMED, tags",
        "`{\"id\":\"a\",\"tags\":[\"\\ud800\"]}`, FIELD_MALFORMED, tags",
      })
  void badObjectsAreRefusedForANamedReason(String line, QuarantineReason reason, String field) {
    RefusedRecordException refusal =
        catchThrowableOfType(RefusedRecordException.class, () -> parse(line));

    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.field()).isEqualTo(field);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] line = "{\"id\":\"a\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(
            catchThrowableOfType(RefusedRecordException.class, () -> parser.parse(line)).reason())
        .isEqualTo(QuarantineReason.MALFORMED_UTF8);
  }

  @Test
  void endlessNestingIsRefused() {
    String nested = "{\"id\":\"a\",\"x\":" + "[".repeat(100_000);

    assertThat(catchThrowableOfType(RefusedRecordException.class, () -> parse(nested)).reason())
        .isEqualTo(QuarantineReason.MALFORMED_JSON);
  }

  @Property(tries = 3_000)
  void whateverALineHoldsItIsAcceptedOrRefused(
      @ForAll @Chars({'{', '}', '[', ']', '"', ':', ',', 'i', 'd', '\\', 'u', ' '}) @NumericChars
          String line) {
    try {
      assertThat(parse("{\"id\":" + line).name()).startsWith("models/");
    } catch (RefusedRecordException e) {
      assertThat(e.reason()).isNotNull();
    }
  }

  private Artifact parse(String line) throws RefusedRecordException {
    return parser.parse(line.getBytes(StandardCharsets.UTF_8));
  }
}
