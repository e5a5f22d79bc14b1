package dev.clade.lineage.ecosystem.reuse;

import it.unimi.dsi.fastutil.ints.IntImmutableList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.Set;

/**
 * What a model says it was made for and from. Datasets and base models are told by numbers, equal
 * ones by the same number, such as nodes of a snapshot or ids of names.
 *
 * @param tasks the tasks that the model is listed under
 * @param datasets the datasets that it declares, repeats included
 * @param bases the base models that it declares, repeats included
 */
public record ModelDeclaration(Set<String> tasks, IntList datasets, IntList bases) {
  /** Keeps unchangeable copies. */
  public ModelDeclaration {
    tasks = Set.copyOf(tasks);
    datasets = new IntImmutableList(datasets);
    bases = new IntImmutableList(bases);
  }
}
