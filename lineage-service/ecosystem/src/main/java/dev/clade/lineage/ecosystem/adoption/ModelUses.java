package dev.clade.lineage.ecosystem.adoption;

import dev.clade.lineage.ecosystem.network.graph.Groups;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.ObjectOpenHashSet;
import java.util.Arrays;
import java.util.Collection;

/**
 * Which models spaces use: a graph of two kinds of nodes, in primitive arrays. Models are numbered
 * by their sorted names; a space that lists a model twice uses it once. Immutable.
 */
public final class ModelUses {
  private final String[] models;
  private final Groups spaces;

  private ModelUses(String[] models, Groups spaces) {
    this.models = models;
    this.spaces = spaces;
  }

  /** Returns how many models there are, those that no space uses included. */
  public int modelCount() {
    return models.length;
  }

  /** Returns the name of a model. */
  public String model(int model) {
    return models[model];
  }

  /** Returns the models of each space, in the order of the spaces. */
  public Groups spaces() {
    return spaces;
  }

  /** Reads spaces one by one; not thread-safe. */
  public static final class Builder {
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final Groups.Builder spaces = new Groups.Builder();

    /** Adds a model, whether or not a space uses it. */
    public Builder addModel(String model) {
      number(model);
      return this;
    }

    /** Adds a space with the models that it lists. */
    public Builder addSpace(Collection<String> models) {
      new ObjectOpenHashSet<>(models).forEach(model -> spaces.add(number(model)));
      spaces.endGroup();
      return this;
    }

    /** Returns what was added, in O(uses + models · log models). */
    public ModelUses build() {
      String[] names = numbers.keySet().toArray(String[]::new);
      Arrays.sort(names);
      int[] sorted = new int[names.length];
      for (int model = 0; model < names.length; model++) {
        sorted[numbers.getInt(names[model])] = model;
      }
      return new ModelUses(names, spaces.build().renumbered(sorted));
    }

    private int number(String model) {
      return numbers.computeIfAbsent(model, any -> numbers.size());
    }
  }
}
