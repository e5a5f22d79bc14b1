package dev.clade.valuation.server.contributor;

import dev.clade.valuation.server.domain.DataContributor;
import java.util.List;

/**
 * Whom to value for a model.
 *
 * @param model name of the model
 * @param contributors sorted by id
 * @param totalCount how many there are in all
 * @param gaps what is missing or doubtful
 * @param modelCount models whose declarations were looked at
 * @param sequence the last change of the catalogue's feed that is included
 */
public record Proposal(
    String model,
    List<Proposed> contributors,
    int totalCount,
    List<Gap> gaps,
    int modelCount,
    long sequence) {

  /** Copies the lists. */
  public Proposal {
    contributors = List.copyOf(contributors);
    gaps = List.copyOf(gaps);
  }

  /**
   * Somebody to value, and why.
   *
   * @param contributor the contributor
   * @param declarations who declares its data, nearest first
   */
  public record Proposed(DataContributor contributor, List<Declaration> declarations) {

    /** Copies the list. */
    public Proposed {
      declarations = List.copyOf(declarations);
    }
  }

  /**
   * That a model was trained on a dataset.
   *
   * @param model the model
   * @param modelDepth fewest derivations from it to the model asked for
   * @param dataset the dataset
   * @param inferred whether an analysis found it
   */
  public record Declaration(String model, int modelDepth, String dataset, boolean inferred) {}
}
