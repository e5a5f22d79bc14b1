package dev.clade.lineage.ecosystem.topic;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.evolution.Months;
import dev.clade.lineage.ecosystem.evolution.TaskModalities;
import dev.clade.lineage.graph.ArtifactKind;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What is known of the models that some cards belong to, by the number of the card. */
final class CardModels {
  private static final String NOT_FOR_ALL = "not-for-all-audiences";

  private final String[] months;
  private final String[] domains;
  private final BitSet notForAll = new BitSet();

  private CardModels(int count) {
    months = new String[count];
    domains = new String[count];
    Arrays.fill(domains, TaskModalities.NONE);
  }

  /** Reads what the catalogue has on models. */
  static CardModels of(List<String> cards, Catalogue catalogue) {
    CardModels models = new CardModels(cards.size());
    Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>(cards.size());
    for (int i = 0; i < cards.size(); i++) {
      numbers.put(cards.get(i), i);
    }
    TaskModalities modalities = TaskModalities.shipped();
    catalogue.readRepositories(
        ArtifactKind.MODEL,
        model -> {
          if (numbers.containsKey(model.id())) {
            models.put(numbers.getInt(model.id()), model, modalities);
          }
        });
    return models;
  }

  private void put(int card, Repository model, TaskModalities modalities) {
    domains[card] = modalities.of(model.task());
    months[card] =
        model
            .createTime()
            .map(Months::of)
            .filter(month -> !month.isBefore(Months.FIRST_RECORDED))
            .map(YearMonth::toString)
            .orElse(null);
    notForAll.set(card, model.tags().contains(NOT_FOR_ALL));
  }

  /** Returns the month in which a card's model was created, if the hub recorded it. */
  Optional<String> month(int card) {
    return Optional.ofNullable(months[card]);
  }

  /** Returns the domain of its task. */
  Optional<String> domain(int card) {
    return Optional.of(domains[card]);
  }

  /** Whether the model says that it is not for all audiences. */
  boolean notForAll(int card) {
    return notForAll.get(card);
  }

  long monthless() {
    return Arrays.stream(months).filter(month -> month == null).count();
  }

  long domainless() {
    return Arrays.stream(domains).filter(TaskModalities.NONE::equals).count();
  }

  long notForAll() {
    return notForAll.cardinality();
  }
}
