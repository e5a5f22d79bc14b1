package dev.clade.valuation.server.contributor;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.server.contributor.Origins.Artifact;
import dev.clade.valuation.server.contributor.Origins.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what the origins of a model leave open. */
final class GapFinder {
  private final Origins origins;
  private final Set<String> trained;
  private final List<Gap> gaps = new ArrayList<>();

  private GapFinder(Origins origins) {
    this.origins = origins;
    this.trained =
        origins.trainings().stream().map(Relation::downstream).collect(Collectors.toSet());
  }

  /**
   * Returns the gaps: models before datasets, each nearest first, then by name; limits last.
   *
   * @param leftOut a dataset of each contributor that is one too many
   */
  static List<Gap> gaps(Origins origins, List<String> leftOut) {
    GapFinder finder = new GapFinder(origins);
    origins.artifacts().stream().filter(Artifact::isModel).forEach(finder::model);
    origins.artifacts().stream().filter(one -> !one.isModel()).forEach(finder::dataset);
    finder.limits(leftOut);
    return finder.gaps;
  }

  private void model(Artifact model) {
    List<String> derived = downstream(origins.derivations(), model);
    if (!model.catalogued()) {
      add(
          Gap.Kind.MODEL_NOT_CATALOGUED,
          model,
          "is not in the catalogue: neither its datasets nor its ancestors are known",
          derived);
    } else if (!trained.contains(model.name())) {
      add(Gap.Kind.NO_DATASETS_DECLARED, model, "declares no dataset", derived);
    }
    ambiguity(model);
  }

  private void dataset(Artifact dataset) {
    List<String> models = downstream(origins.trainings(), dataset);
    if (!dataset.catalogued()) {
      add(
          Gap.Kind.DATASET_NOT_CATALOGUED,
          dataset,
          "is not in the catalogue: nothing but its name is known",
          models);
    }
    access(dataset.access()).ifPresent(gap -> add(gap, dataset, words(dataset.access()), models));
    ambiguity(dataset);
  }

  private static Optional<Gap.Kind> access(Origins.Access access) {
    return switch (access) {
      case OPEN -> Optional.empty();
      case GATED -> Optional.of(Gap.Kind.DATASET_GATED);
      case WITHHELD -> Optional.of(Gap.Kind.DATASET_WITHHELD);
      case DELETED -> Optional.of(Gap.Kind.DATASET_DELETED);
    };
  }

  private static String words(Origins.Access access) {
    return switch (access) {
      case OPEN -> "can be had by everybody";
      case GATED -> "can be had only by whom its owner, or a form, lets in";
      case WITHHELD -> "can be had by its owner only";
      case DELETED -> "is on the hub no more";
    };
  }

  private void ambiguity(Artifact artifact) {
    if (!artifact.caseVariants().isEmpty()) {
      add(
          Gap.Kind.NAME_AMBIGUOUS,
          artifact,
          "is not alone with its name, but for case: %s may be meant"
              .formatted(String.join(" or ", artifact.caseVariants())),
          artifact.caseVariants());
    }
  }

  private void limits(List<String> leftOut) {
    for (String artifact : origins.frontier()) {
      String words =
          "%s is where lineage-service stopped at a limit, as at %,d in all: there may be more"
              .formatted(artifact, origins.frontierCount());
      gaps.add(new Gap(Gap.Kind.TRUNCATED, artifact, words, List.of()));
    }
    for (String dataset : leftOut) {
      String words =
          "the contributor of %s is left out: a set can have %d"
              .formatted(dataset, Coalition.MOST_PLAYERS);
      gaps.add(new Gap(Gap.Kind.TOO_MANY_CONTRIBUTORS, dataset, words, List.of()));
    }
  }

  private void add(Gap.Kind kind, Artifact artifact, String words, List<String> related) {
    gaps.add(new Gap(kind, artifact.name(), artifact.name() + " " + words, related));
  }

  private static List<String> downstream(List<Relation> relations, Artifact artifact) {
    return relations.stream()
        .filter(relation -> relation.upstream().equals(artifact.name()))
        .map(Relation::downstream)
        .distinct()
        .sorted()
        .toList();
  }
}
