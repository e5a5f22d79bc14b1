package dev.clade.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TsvParserTest {
  private static final String HEADER =
      "id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags";

  @Test
  void aRowIsReadByTheHeadersNames() throws Exception {
    Artifact artifact =
        parse(
            "likes\ttags\tid\tsha\tdownloads\tcreated_at\tlibrary_name\tpipeline_tag",
            "3\ten|license:mit||x\ta/b\tignored\t5\t2024-01-02T03:04:05.678901234Z\tpeft\t");

    assertThat(artifact.name()).isEqualTo("models/a/b");
    assertThat(artifact.createTime()).isEqualTo(Instant.parse("2024-01-02T03:04:05.678901Z"));
    assertThat(artifact.downloadCount()).isEqualTo(5);
    assertThat(artifact.likeCount()).isEqualTo(3);
    assertThat(artifact.task()).isEmpty();
    assertThat(artifact.library()).isEqualTo("peft");
    assertThat(artifact.tags()).containsExactly("en", "license:mit", "x");
    assertThat(artifact.licenses()).containsExactly("mit");
  }

  @Test
  void anUnknownTimeOfCreationIsUnknown() throws Exception {
    assertThat(parse(HEADER, "a\t\t0\t0\t\t\t").createTime()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'a|t|1|1||', COLUMN_COUNT, ''",
    "'a||1|1||||', COLUMN_COUNT, ''",
    "'||1|1|||', FIELD_MISSING, id",
    "'a b||1|1|||', FIELD_MALFORMED, id",
    "'a/b/c||1|1|||', FIELD_MALFORMED, id",
    "'..||1|1|||', FIELD_MALFORMED, id",
    "'a|yesterday|1|1|||', FIELD_MALFORMED, created_at",
    "'a|2024-02-30T00:00:00Z|1|1|||', FIELD_MALFORMED, created_at",
    "'a|1969-12-31T23:59:59Z|1|1|||', FIELD_OUT_OF_RANGE, created_at",
    "'a|||1|||', FIELD_MISSING, downloads",
    "'a||1.5|1|||', FIELD_MALFORMED, downloads",
    "'a||-1|1|||', FIELD_OUT_OF_RANGE, downloads",
    "'a||1|9223372036854775808|||', FIELD_OUT_OF_RANGE, likes",
  })
  void badRowsAreRefusedForANamedReason(String row, QuarantineReason reason, String field) {
    RefusedRecordException refusal = refusal(HEADER, row.replace('|', '\t'));

    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.field()).isEqualTo(field);
    assertThat(refusal.getMessage()).isNotBlank();
  }

  @Test
  void longFieldsAreRefusedAndShownInPart() {
    RefusedRecordException refusal = refusal(HEADER, "a\t\t1\t1\t\t\t" + "x".repeat(500_000));

    assertThat(refusal.reason()).isEqualTo(QuarantineReason.FIELD_TOO_LONG);
    assertThat(refusal.field()).isEqualTo("tags");
    assertThat(refusal.getMessage()).hasSizeLessThan(300);
    assertThat(refusal(HEADER, "a\t\t1\t1\t\t\t" + "t|".repeat(10_001)).reason())
        .isEqualTo(QuarantineReason.FIELD_TOO_LONG);
  }

  @Test
  void aHeaderMustHaveEveryColumnOnce() {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(
            () -> TsvParser.of("id\ttags".getBytes(StandardCharsets.UTF_8), ArtifactKind.MODEL));
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(
            () ->
                TsvParser.of(
                    (HEADER + "\tid").getBytes(StandardCharsets.UTF_8), ArtifactKind.MODEL));
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> TsvParser.of(new byte[] {(byte) 0xff}, ArtifactKind.MODEL));
  }

  @Property
  void whateverALineHoldsItIsAcceptedOrRefused(@ForAll byte[] line) throws Exception {
    TsvParser parser = TsvParser.of(HEADER.getBytes(StandardCharsets.UTF_8), ArtifactKind.MODEL);
    try {
      assertThat(parser.parse(line).name()).startsWith("models/");
    } catch (RefusedRecordException e) {
      assertThat(e.getMessage()).doesNotContain("\0");
    }
  }

  private static RefusedRecordException refusal(String header, String row) {
    return catchThrowableOfType(RefusedRecordException.class, () -> parse(header, row));
  }

  private static Artifact parse(String header, String row) throws Exception {
    return TsvParser.of(header.getBytes(StandardCharsets.UTF_8), ArtifactKind.MODEL)
        .parse(row.getBytes(StandardCharsets.UTF_8));
  }
}
