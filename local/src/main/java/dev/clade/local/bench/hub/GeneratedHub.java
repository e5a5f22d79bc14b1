package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.RelationType;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A hub of any number of models with the degrees of the real one; the same for the same seed.
 *
 * <ul>
 *   <li>How many children each base has, how many bases each derived model, how many datasets are
 *       declared and how often each, and how many models an owner has: by {@link HubShape}'s curves
 *       of the real hub, whose counts grow with the number of models and whose ends go on as steep
 *       as they are. Who meets whom is drawn at random (a configuration model).
 *   <li>A third of the bases is derived itself, each one step below another, so that chains are as
 *       long as the published ones; there are no circles.
 *   <li>A model with several bases was merged from them; others are adapted, fine-tuned or
 *       quantized in the shares of July 2025.
 *   <li>There are 0.23 datasets for a model, as on the real hub. No published figure tells how many
 *       spaces use a model: here there is one space for ten models, and each uses one to three,
 *       drawn by their number of children. Papers are left out.
 *   <li>Names are as long as the real ones, on average, and made of words; owners repeat.
 * </ul>
 */
public final class GeneratedHub {
  private static final int MODELS_PER_SPACE = 10;
  private static final int MOST_MODELS_OF_SPACE = 3;
  private static final double ADAPTERS = 241_417;
  private static final double FINETUNES = 189_391;
  private static final double QUANTIZED = 101_921;

  private final Random random;
  private final double scale;
  private final Hub.Builder hub = new Hub.Builder();

  /** The models in an order that has nothing to do with that of their records. */
  private final int[] models;

  private final Stubs bases = new Stubs();

  private GeneratedHub(int modelCount, long seed) {
    random = new Random(seed);
    scale = modelCount / HubShape.MODELS;
    models = new int[modelCount];
  }

  /** Returns a hub. */
  public static Hub of(int modelCount, long seed) {
    GeneratedHub generated = new GeneratedHub(modelCount, seed);
    generated.addModels(new HubNames(generated.random, generated.scale));
    generated.derive();
    int[] datasets = generated.addOthers("datasets", (int) (HubShape.DATASETS * generated.scale));
    generated.declareDatasets(datasets);
    generated.useModels(generated.addOthers("spaces", modelCount / MODELS_PER_SPACE));
    HubProfiles profiles = new HubProfiles(seed);
    return generated.hub.build(
        "generated: %,d models, seed %d".formatted(modelCount, seed), profiles::of);
  }

  private void addModels(HubNames names) {
    for (int i = 0; i < models.length; i++) {
      models[i] = hub.add(names.model(i));
    }
    IntArrays.shuffle(models, random);
  }

  private int[] addOthers(String collection, int count) {
    HubNames names = new HubNames(random, scale);
    int[] added = new int[count];
    for (int i = 0; i < count; i++) {
      added[i] = hub.add(names.other(collection, i));
    }
    return added;
  }

  private void derive() {
    int[] children = shuffled(HubShape.CHILDREN.degrees(scale));
    int[] generations = generations((int) (HubShape.DERIVED_BASES * scale));
    int last = Arrays.stream(generations).max().orElse(0);
    List<Stubs> byGeneration = new ArrayList<>();
    for (int generation = 0; generation <= last; generation++) {
      byGeneration.add(new Stubs());
    }
    for (int i = 0; i < children.length; i++) {
      int generation = i < generations.length ? generations[i] : 0;
      byGeneration.get(generation).add(models[i], children[i]);
      bases.add(models[i], children[i]);
    }
    int[] baseCounts = shuffled(HubShape.BASES.degrees(scale));
    for (int i = 0; i < generations.length; i++) {
      Stubs above = byGeneration.get(generations[i] - 1);
      derive(models[i], baseCounts[i], above, byGeneration.getFirst());
    }
    Stubs rest = new Stubs();
    byGeneration.forEach(rest::addLeftOf);
    for (int i = generations.length; i < baseCounts.length; i++) {
      int model = models[children.length + i - generations.length];
      derive(model, baseCounts[i], rest, rest);
    }
  }

  /** Returns how many steps each derived base is below its root; no step is left out. */
  private static int[] generations(int count) {
    int[] found = HubShape.GENERATIONS.degrees(count / HubShape.DERIVED_BASES);
    int last = found.length == 0 ? 0 : found[0];
    for (int i = 0; i < Math.min(last, found.length); i++) {
      found[i] = i + 1;
    }
    return found;
  }

  private void derive(int model, int baseCount, Stubs first, Stubs others) {
    IntOpenHashSet drawn = new IntOpenHashSet();
    drawn.add(first.draw(random));
    for (int i = 1; i < baseCount; i++) {
      drawn.add(others.draw(random));
    }
    RelationType type = drawn.size() > 1 ? RelationType.MERGE : single();
    drawn.forEach(base -> hub.relate(model, base, type));
  }

  private RelationType single() {
    double place = random.nextDouble() * (ADAPTERS + FINETUNES + QUANTIZED);
    if (place < ADAPTERS) {
      return RelationType.ADAPTER;
    }
    return place < ADAPTERS + FINETUNES ? RelationType.FINETUNE : RelationType.QUANTIZED;
  }

  private void declareDatasets(int[] datasets) {
    Stubs uses = new Stubs();
    int[] degrees = HubShape.DATASET_USES.degrees(scale);
    for (int i = 0; i < degrees.length; i++) {
      uses.add(datasets[i], degrees[i]);
    }
    IntArrays.shuffle(models, random);
    int[] declared = HubShape.DATASETS_DECLARED.degrees(scale);
    for (int i = 0; i < declared.length; i++) {
      relate(models[i], declared[i], uses, RelationType.TRAINED_ON);
    }
  }

  private void useModels(int[] spaces) {
    for (int space : spaces) {
      relate(space, 1 + random.nextInt(MOST_MODELS_OF_SPACE), bases, RelationType.USED_IN);
    }
  }

  private void relate(int downstream, int count, Stubs upstream, RelationType type) {
    IntOpenHashSet drawn = new IntOpenHashSet();
    for (int i = 0; i < count; i++) {
      drawn.add(upstream.draw(random));
    }
    drawn.forEach(each -> hub.relate(downstream, each, type));
  }

  private int[] shuffled(int[] degrees) {
    return IntArrays.shuffle(degrees, random);
  }
}
