package dev.clade.local.view;

import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Provenance;

/** An artifact as the catalogue has it. */
public final class ArtifactView {
  private ArtifactView() {}

  /** Returns its name and a line for each thing that is known of it. */
  public static String render(Artifact artifact) {
    Fields fields =
        new Fields()
            .add("author", artifact.getAuthor())
            .add("availability", availability(artifact))
            .add("renamed to", artifact.getRenamedTo())
            .add("renamed from", String.join(", ", artifact.getAliasesList()))
            .add("created", artifact.hasCreateTime(), artifact.getCreateTime())
            .add("modified", artifact.hasModifyTime(), artifact.getModifyTime())
            .add("revision", artifact.getRevision())
            .add("downloads", "%,d".formatted(artifact.getDownloadCount()))
            .add("likes", "%,d".formatted(artifact.getLikeCount()))
            .add("task", artifact.getTask())
            .add("library", artifact.getLibrary())
            .addKnown("parameters", artifact.getParameterCount())
            .add("formats", String.join(", ", artifact.getFormatsList()))
            .addKnown("files", artifact.getFilesCount())
            .add("licenses", String.join(", ", artifact.getLicensesList()))
            .add("languages", String.join(", ", artifact.getLanguagesList()))
            .add("source", source(artifact.getProvenance()))
            .add("sequence", "%,d, by %s".formatted(artifact.getSequence(), artifact.getImport()));
    artifact
        .getRelationsList()
        .forEach(
            relation -> fields.add(RelationWords.of(relation.getType()), relation.getUpstream()));
    fields.add("tags", String.join(" ", artifact.getTagsList()));
    return artifact.getName() + "\n" + fields.render();
  }

  private static String availability(Artifact artifact) {
    String words = AvailabilityWords.of(artifact.getAvailability());
    return artifact.hasAvailabilityTime()
        ? "%s since %s".formatted(words, Timestamps.toString(artifact.getAvailabilityTime()))
        : words;
  }

  private static String source(Provenance provenance) {
    return provenance.hasSnapshotTime()
        ? "%s at %s"
            .formatted(provenance.getSource(), Timestamps.toString(provenance.getSnapshotTime()))
        : provenance.getSource();
  }
}
