package dev.clade.lineage.ecosystem.adoption;

import dev.clade.lineage.ecosystem.network.graph.Groups;
import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.network.graph.Projection;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.graph.ArtifactName;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The adoption of models in spaces, of all models or of those of a sub-field.
 *
 * @param adoption of each model, how many spaces use it; 0 for one that none does
 * @param mostUsed the models that a space uses, most used first, equal ones by name
 * @param byModel how unequally uses are shared out over models
 * @param byOwner the same over owners of models, those that nobody uses included
 * @param owners the owners that a space uses a model of, most used first, equal ones by name
 * @param coUsage the models, tied by the spaces that use both; what larger spaces would have added
 *     is counted
 */
public record AdoptionStudy(
    Distribution adoption,
    List<AdoptedModel> mostUsed,
    UseConcentration byModel,
    UseConcentration byOwner,
    List<Owner> owners,
    Projection coUsage) {
  /** Keeps unchangeable copies of the lists. */
  public AdoptionStudy {
    mostUsed = List.copyOf(mostUsed);
    owners = List.copyOf(owners);
  }

  /**
   * Returns the adoption of some models, in O(uses + models · log models + Σ k² of the spaces that
   * tie models).
   *
   * @param models which models count, by number
   * @param largestSpace most models of a space that ties them, at least 2; a space of k models
   *     makes k·(k − 1)/2 pairs
   * @throws IllegalArgumentException when largestSpace is less
   */
  public static AdoptionStudy of(ModelUses uses, IntPredicate models, int largestSpace) {
    int[] counted = IntStream.range(0, uses.modelCount()).filter(models).toArray();
    Groups spaces = uses.spaces().only(models);
    int[] adoption = new int[uses.modelCount()];
    for (int i = 0; i < spaces.membershipCount(); i++) {
      adoption[spaces.member(i)]++;
    }
    Owners owners = new Owners(uses, counted);
    owners.count(spaces);
    return new AdoptionStudy(
        Distribution.of(IntStream.of(counted).map(model -> adoption[model])),
        IntStream.of(NodeOrder.descending(adoption.length, model -> adoption[model]))
            .takeWhile(model -> adoption[model] > 0)
            .mapToObj(model -> new AdoptedModel(uses.model(model), adoption[model]))
            .toList(),
        UseConcentration.of(IntStream.of(counted).mapToLong(model -> adoption[model]).toArray()),
        UseConcentration.of(owners.uses),
        owners.list(counted, adoption),
        Projection.of(spaces, uses.modelCount(), largestSpace));
  }

  /** Adds up by owner. */
  private static final class Owners {
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
    private final List<String> names = new ArrayList<>();

    /** By model its owner; by owner what is counted. */
    private final int[] ofModels;

    private final long[] uses;
    private final long[] spaces;
    private final int[] lastSpaces;

    Owners(ModelUses models, int[] counted) {
      ofModels = new int[models.modelCount()];
      for (int model : counted) {
        ofModels[model] = number(ArtifactName.model(models.model(model)).owner());
      }
      uses = new long[names.size()];
      spaces = new long[names.size()];
      lastSpaces = new int[names.size()];
      Arrays.fill(lastSpaces, -1);
    }

    void count(Groups groups) {
      for (int space = 0; space < groups.groupCount(); space++) {
        for (int i = groups.start(space); i < groups.end(space); i++) {
          int owner = ofModels[groups.member(i)];
          uses[owner]++;
          spaces[owner] += lastSpaces[owner] == space ? 0 : 1;
          lastSpaces[owner] = space;
        }
      }
    }

    List<Owner> list(int[] counted, int[] adoption) {
      int[] models = new int[uses.length];
      IntStream.of(counted)
          .filter(model -> adoption[model] > 0)
          .forEach(model -> models[ofModels[model]]++);
      double all = LongStream.of(uses).sum();
      return IntStream.range(0, uses.length)
          .filter(each -> uses[each] > 0)
          .mapToObj(
              each ->
                  new Owner(
                      names.get(each), models[each], uses[each], spaces[each], uses[each] / all))
          .sorted(Comparator.comparingLong(Owner::uses).reversed().thenComparing(Owner::name))
          .toList();
    }

    private int number(String name) {
      int number = numbers.getOrDefault(name, names.size());
      if (number == names.size()) {
        numbers.put(name, number);
        names.add(name);
      }
      return number;
    }
  }
}
