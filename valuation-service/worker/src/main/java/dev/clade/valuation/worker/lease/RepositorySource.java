package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.embedding.Contributor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where repositories come from and versions of their embedding go to. Every method waits out short
 * outages by itself, and fails as those of {@link EvaluationQueue}.
 */
public interface RepositorySource {
  /** Returns the contributors of a set, in the order of coalitions' bits. */
  List<Contributor> contributors(String contributorSet);

  /**
   * Writes what is known of repositories to a file.
   *
   * @param featureSet resource name
   * @param valuation resource name of the run that is told of it
   * @param file made, or written anew
   */
  void fetch(String featureSet, String valuation, Path file);

  /**
   * Hands a version of the embedding over.
   *
   * @param lease of the evaluation that trained it
   * @param metrics what was measured of it, all finite
   * @param file the version, at most 1 GiB
   * @return its resource name
   * @throws dev.clade.runtime.error.CladeException with {@code LEASE_LOST} when the lease has ended
   */
  String publish(String lease, Map<String, Double> metrics, Path file);
}
