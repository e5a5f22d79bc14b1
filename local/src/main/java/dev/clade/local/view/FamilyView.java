package dev.clade.local.view;

import dev.clade.lineage.v1.FamilyMember;
import dev.clade.lineage.v1.FamilySummary;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.local.client.ArtifactName;
import dev.clade.local.print.Tree;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A model's family as a tree: each member hangs once, under the first parent of the family. */
public final class FamilyView {
  private FamilyView() {}

  /**
   * Returns the family's tree and its sizes.
   *
   * @param most most children to show of one model
   */
  public static String render(GetFamilyResponse family, int most) {
    FamilySummary summary = family.getSummary();
    StringBuilder text = new StringBuilder(tree(family).render(most));
    text.append(
        "%,d models in %d generations: %s%n"
            .formatted(
                summary.getMemberCount(),
                summary.getGenerationSizesCount(),
                summary.getGenerationSizesList().stream()
                    .map("%,d"::formatted)
                    .collect(Collectors.joining(", "))));
    text.append(
        "Gini coefficient of direct derivatives: %.2f; feed at %,d%n"
            .formatted(summary.getChildCountGini(), family.getSnapshotSequence()));
    if (family.hasTruncation()) {
      text.append(TruncationWords.of(family.getTruncation()));
    }
    return text.toString();
  }

  /** Returns the tree of the members, those with most derivatives first. */
  public static Tree tree(GetFamilyResponse family) {
    Tree tree = new Tree();
    Map<Integer, List<FamilyMember>> generations =
        family.getMembersList().stream()
            .collect(
                Collectors.groupingBy(
                    FamilyMember::getGeneration, TreeMap::new, Collectors.toList()));
    for (List<FamilyMember> generation : generations.values()) {
      generation.stream()
          .sorted(
              Comparator.comparingInt(FamilyMember::getChildCount)
                  .reversed()
                  .thenComparing(FamilyMember::getName))
          .forEach(member -> add(tree, member));
    }
    return tree;
  }

  private static void add(Tree tree, FamilyMember member) {
    Optional<LineageEdge> parent = treeParent(member, tree);
    if (parent.isPresent()) {
      tree.child(parent.get().getUpstream(), member.getName(), label(member, parent.get()));
    } else {
      tree.root(member.getName(), label(member));
    }
  }

  /** Returns the relation to the parent that the member hangs under. */
  public static Optional<LineageEdge> treeParent(FamilyMember member, Set<String> placed) {
    return member.getParentsList().stream()
        .filter(edge -> placed.contains(edge.getUpstream()))
        .findFirst();
  }

  private static Optional<LineageEdge> treeParent(FamilyMember member, Tree tree) {
    Set<String> placed = new HashSet<>();
    for (LineageEdge edge : member.getParentsList()) {
      if (tree.has(edge.getUpstream())) {
        placed.add(edge.getUpstream());
      }
    }
    return treeParent(member, placed);
  }

  private static String label(FamilyMember member) {
    return ArtifactName.shorten(member.getName())
        + (member.getCatalogued() ? "" : " (not in the catalogue)");
  }

  private static String label(FamilyMember member, LineageEdge parent) {
    StringBuilder text =
        new StringBuilder(label(member))
            .append(" [")
            .append(RelationWords.noun(parent.getType()))
            .append(']');
    List<String> others =
        member.getParentsList().stream()
            .map(LineageEdge::getUpstream)
            .filter(name -> !name.equals(parent.getUpstream()))
            .distinct()
            .map(ArtifactName::shorten)
            .collect(Collectors.toList());
    member.getOutsideParentsList().stream().map(ArtifactName::shorten).forEach(others::add);
    if (!others.isEmpty()) {
      text.append(" with ").append(String.join(", ", others));
    }
    return text.toString();
  }
}
