package dev.clade.valuation.server.contributor;

import java.util.List;

/**
 * What a model was made from.
 *
 * @param artifacts the model first, then its ancestors and their datasets by distance, then by name
 * @param derivations relations from models to those derived from them
 * @param trainings relations from datasets to the models trained on them
 * @param frontier artifacts beyond which there is more, because a limit was reached
 * @param frontierCount how many such artifacts there are
 * @param sequence the last change of the catalogue's feed that is included
 */
public record Origins(
    List<Artifact> artifacts,
    List<Relation> derivations,
    List<Relation> trainings,
    List<String> frontier,
    long frontierCount,
    long sequence) {

  /** Copies the lists. */
  public Origins {
    artifacts = List.copyOf(artifacts);
    derivations = List.copyOf(derivations);
    trainings = List.copyOf(trainings);
    frontier = List.copyOf(frontier);
  }

  /**
   * A model or a dataset.
   *
   * @param name resource name
   * @param isModel whether it is a model, else a dataset
   * @param depth fewest steps to it
   * @param catalogued whether more than its name is known
   * @param access who can have it
   * @param licenses licence identifiers as declared
   * @param caseVariants other artifacts whose names differ from this one's in case only
   */
  public record Artifact(
      String name,
      boolean isModel,
      int depth,
      boolean catalogued,
      Access access,
      List<String> licenses,
      List<String> caseVariants) {

    /** Copies the lists. */
    public Artifact {
      licenses = List.copyOf(licenses);
      caseVariants = List.copyOf(caseVariants);
    }
  }

  /**
   * A relation.
   *
   * @param upstream name of the artifact that the other was made from
   * @param downstream name of the artifact that was made
   * @param inferred whether an analysis found it, rather than the artifact's own metadata
   */
  public record Relation(String upstream, String downstream, boolean inferred) {}

  /** Who can have an artifact. */
  public enum Access {
    /** Everybody, or nobody says. */
    OPEN,
    /** Whoever the owner, or a form, lets in. */
    GATED,
    /** The owner only. */
    WITHHELD,
    /** Nobody: the hub has it no more. */
    DELETED
  }
}
