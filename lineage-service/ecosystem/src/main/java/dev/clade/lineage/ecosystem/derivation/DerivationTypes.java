package dev.clade.lineage.ecosystem.derivation;

import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The choice of derivations that analyses of them have in common. */
public final class DerivationTypes {
  private static final String NAME = "relations";

  private static final List<RelationType> TYPES =
      Arrays.stream(RelationType.values()).filter(RelationType::isDerivation).toList();

  /** The parameter: the types that count, all unless it is set. */
  public static final ParameterDefinition PARAMETER =
      ParameterDefinition.words(
          NAME,
          "The types of derivation that count; of several between two models the first of merge, "
              + "adapter, quantized, finetune and unspecified_derivation is theirs.",
          labels(),
          labels());

  private DerivationTypes() {}

  /** Returns what is chosen. */
  public static RelationFilter chosen(Parameters parameters) {
    List<String> words = parameters.words(NAME);
    return RelationFilter.of(TYPES.stream().filter(type -> words.contains(label(type))).toList());
  }

  /** Returns a type's name in lower case. */
  public static String label(RelationType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> labels() {
    return TYPES.stream().map(DerivationTypes::label).toList();
  }
}
