package dev.clade.ingest.artifact;

/** What somebody did in an artifact's repository. */
public sealed interface Activity extends HubRecord permits Commit, Discussion {

  /** Returns the artifact's resource name. */
  String artifact();

  /** Returns the same of an artifact of another name. */
  Activity in(String otherArtifact);
}
