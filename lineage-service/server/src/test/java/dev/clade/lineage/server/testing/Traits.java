package dev.clade.lineage.server.testing;

import static dev.clade.lineage.server.testing.Artifacts.artifact;
import static dev.clade.lineage.server.testing.Artifacts.model;
import static dev.clade.lineage.server.testing.Artifacts.relation;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.RelationType;
import java.util.List;

/** A small hub of artifacts with licences, languages and tasks. */
public final class Traits {
  /** data -> root -> {left, right} -> merged, left -> odd; merged has a third base that is gone. */
  private static final List<Artifact> FAMILY =
      List.of(
          artifact("datasets/x/data").toBuilder().addLicenses("cc-by-nc-4.0").build(),
          artifact(
                  "models/x/root",
                  relation(RelationType.RELATION_TYPE_TRAINED_ON, "datasets/x/data"))
              .toBuilder()
              .addLicenses("cc-by-sa-4.0")
              .addLanguages("en")
              .addLanguages("fr")
              .setTask("fill-mask")
              .build(),
          model("x/left", "x/root").toBuilder()
              .addLicenses("mit")
              .addLanguages("en")
              .setTask("text-generation")
              .build(),
          model("x/right", "x/root").toBuilder()
              .addLanguages("fr")
              .addLanguages("en")
              .addLanguages("de")
              .setTask("fill-mask")
              .build(),
          model("x/merged", "x/left", "x/right", "gone/base").toBuilder()
              .addLicenses("mit")
              .addLicenses("apache-2.0")
              .addLanguages("de")
              .setLibrary("peft")
              .build(),
          model("x/odd", "x/left").toBuilder().addLicenses("other").build());

  private Traits() {}

  /** Returns the artifacts of the hub. */
  public static Artifact[] family() {
    return FAMILY.toArray(Artifact[]::new);
  }
}
