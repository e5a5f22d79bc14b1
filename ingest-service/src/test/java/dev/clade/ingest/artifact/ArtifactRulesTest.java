package dev.clade.ingest.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArtifactRulesTest {

  @Test
  void tagsTellLicensesLanguagesAndRelations() throws RefusedRecordException {
    Artifact artifact =
        of(
            "a/b",
            "transformers",
            "en",
            "ml",
            "code",
            "EN",
            "license:mit",
            "license:other",
            "license:mit",
            "dataset:glue",
            "dataset:a/c",
            "arxiv:1706.03762",
            "arxiv:hep-th/9901001",
            "region:us",
            "base_model:a/d");

    assertThat(artifact.languages()).containsExactly("en", "ml");
    assertThat(artifact.licenses()).containsExactly("mit", "other");
    assertThat(artifact.relations())
        .containsExactly(
            new Relation(RelationType.TRAINED_ON, "datasets/glue"),
            new Relation(RelationType.TRAINED_ON, "datasets/a/c"),
            new Relation(RelationType.PAPER, "papers/1706.03762"),
            new Relation(RelationType.PAPER, "papers/hep-th/9901001"),
            new Relation(RelationType.UNSPECIFIED_DERIVATION, "models/a/d"));
  }

  @Test
  void aBaseModelWithARelationCountsWithItOnly() throws RefusedRecordException {
    assertThat(
            of(
                    "a/b",
                    "base_model:x/one",
                    "base_model:x/two",
                    "base_model:merge:x/one",
                    "base_model:finetune:x/three",
                    "base_model:adapter:x/three")
                .relations())
        .containsExactly(
            new Relation(RelationType.UNSPECIFIED_DERIVATION, "models/x/two"),
            new Relation(RelationType.MERGE, "models/x/one"),
            new Relation(RelationType.FINETUNE, "models/x/three"),
            new Relation(RelationType.ADAPTER, "models/x/three"));
  }

  @Test
  void declarationsThatNameNothingOrTheModelItselfMakeNoRelation() throws RefusedRecordException {
    Artifact artifact =
        of(
            "a/b",
            "base_model:a/b",
            "base_model:finetune:a/b",
            "base_model:x/y/z",
            "base_model:unknown:x/y",
            "base_model: x/spaced",
            "base_model:",
            "dataset:a/b",
            "arxiv:next year");

    assertThat(artifact.relations())
        .containsExactly(
            new Relation(RelationType.UNSPECIFIED_DERIVATION, "models/x/spaced"),
            new Relation(RelationType.TRAINED_ON, "datasets/a/b"));
    assertThat(artifact.tags()).hasSize(8);
  }

  private static Artifact of(String id, String... tags) throws RefusedRecordException {
    DeclaredArtifact model = new DeclaredArtifact(ArtifactKind.MODEL);
    model.id = id;
    model.tags.addAll(List.of(tags));
    return ArtifactRules.artifactOf(model);
  }
}
