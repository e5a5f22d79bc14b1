package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.Provenance;
import dev.clade.hub.v1.Relation;
import dev.clade.hub.v1.RelationType;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

final class ArtifactViewTest {
  @Test
  void everythingThatIsKnownHasALine() throws ParseException {
    Artifact artifact =
        Artifact.newBuilder()
            .setName("models/new/a")
            .setAuthor("new")
            .setAvailability(Availability.AVAILABILITY_GATED)
            .setAvailabilityTime(Timestamps.parse("2024-02-01T00:00:00Z"))
            .addAliases("models/a")
            .setCreateTime(Timestamps.parse("2023-01-01T00:00:00Z"))
            .setModifyTime(Timestamps.parse("2024-01-01T00:00:00Z"))
            .setRevision("c0ffee")
            .setDownloadCount(1_234)
            .setTask("text-generation")
            .setParameterCount(7_000_000)
            .addFormats("safetensors")
            .addFiles("a")
            .addFiles("b")
            .setProvenance(
                Provenance.newBuilder()
                    .setSource("huggingface")
                    .setSnapshotTime(Timestamps.parse("2024-03-01T00:00:00Z")))
            .setSequence(5)
            .setImport("imports/7")
            .addRelations(
                Relation.newBuilder()
                    .setType(RelationType.RELATION_TYPE_FINETUNE)
                    .setUpstream("models/x"))
            .addTags("en")
            .build();

    assertThat(ArtifactView.render(artifact))
        .isEqualTo(
            """
            models/new/a
              author          new
              availability    gated since 2024-02-01T00:00:00Z
              renamed from    models/a
              created         2023-01-01T00:00:00Z
              modified        2024-01-01T00:00:00Z
              revision        c0ffee
              downloads       1,234
              likes           0
              task            text-generation
              parameters      7,000,000
              formats         safetensors
              files           2
              source          huggingface at 2024-03-01T00:00:00Z
              sequence        5, by imports/7
              finetunes       models/x
              tags            en
            """);
  }

  @Test
  void aTombstoneTellsItsPresentName() {
    assertThat(
            ArtifactView.render(
                Artifact.newBuilder()
                    .setName("models/a")
                    .setAvailability(Availability.AVAILABILITY_RENAMED)
                    .setRenamedTo("models/new/a")
                    .build()))
        .contains("availability    renamed\n", "renamed to      models/new/a\n")
        .doesNotContain("created", "source", "parameters");
  }
}
