package dev.clade.lineage.ecosystem.topic.text;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** Numbers the forms of words, and the base forms that they count as, as they come. */
final class Dictionary {
  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private final List<String> forms = new ArrayList<>();
  private final Object2IntOpenHashMap<String> baseNumbers = new Object2IntOpenHashMap<>();

  /** By form the number of its base. */
  private final IntArrayList bases = new IntArrayList();

  /** Returns the number of a word's form. */
  int number(CardWord word) {
    int number = numbers.getOrDefault(word.form(), forms.size());
    if (number == forms.size()) {
      numbers.put(word.form(), number);
      forms.add(word.form());
      int base = baseNumbers.getOrDefault(word.base(), baseNumbers.size());
      baseNumbers.put(word.base(), base);
      bases.add(base);
    }
    return number;
  }

  int formCount() {
    return forms.size();
  }

  int baseCount() {
    return baseNumbers.size();
  }

  String form(int number) {
    return forms.get(number);
  }

  int base(int form) {
    return bases.getInt(form);
  }
}
