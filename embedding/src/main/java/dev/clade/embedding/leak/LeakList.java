package dev.clade.embedding.leak;

import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is taken out of every view because an embedding is evaluated by it: tags and configuration
 * that state the field, tags that are a value of it, and the values wherever a text has them.
 *
 * <p>A value is taken out of all texts, not only of those of its own repositories; otherwise its
 * absence would tell. A repository's own base models are taken out of its own text, where they
 * stand as a whole name or as the name without the owner.
 */
public final class LeakList {
  /** Stands in a text where words were taken out. */
  public static final String GAP = "";

  private final Set<Field> fields;
  private final Set<String> values;
  private final Set<String> tasks;
  private final Phrases phrases;

  /**
   * Makes a list.
   *
   * @param fields that an embedding is evaluated by
   * @param values of those fields, in any case
   * @param tasks those of them that are tasks, whose names other tags begin with
   */
  public LeakList(Set<Field> fields, Collection<String> values, Collection<String> tasks) {
    this.fields = Set.copyOf(fields);
    this.values = normalised(values);
    this.tasks = normalised(tasks);
    this.phrases = new Phrases(this.values);
  }

  /** Makes the list of fields whose values are those that some repositories have. */
  public static LeakList of(Set<Field> fields, Iterable<RepositoryRecord> records) {
    Set<String> values = new TreeSet<>();
    Set<String> tasks = new TreeSet<>();
    for (RepositoryRecord record : records) {
      if (fields.contains(Field.TASK)) {
        tasks.add(record.task());
      }
      if (fields.contains(Field.LIBRARY)) {
        values.add(record.library());
      }
      if (fields.contains(Field.LICENSE)) {
        values.addAll(record.licenses());
      }
      if (fields.contains(Field.MODEL_TYPE)) {
        values.add(record.modelType());
      }
    }
    tasks.remove("");
    values.remove("");
    values.addAll(tasks);
    return new LeakList(fields, values, tasks);
  }

  /** Returns the fields that an embedding is evaluated by. */
  public Set<Field> fields() {
    return fields;
  }

  /** Returns the values of them, normalised, in order. */
  public Set<String> values() {
    return values;
  }

  /** Returns those of them that are tasks, normalised, in order. */
  public Set<String> tasks() {
    return tasks;
  }

  /** Returns whether a tag may be among the features of a repository. */
  public boolean keepsTag(RepositoryRecord record, String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    for (Field field : fields) {
      for (String prefix : field.tagPrefixes()) {
        if (lower.startsWith(prefix)) {
          return false;
        }
      }
    }
    String value = normalised(tag);
    if (values.contains(value) || namesTask(value)) {
      return false;
    }
    return !fields.contains(Field.BASE_MODEL)
        || record.baseModels().stream().noneMatch(base -> names(lower, base));
  }

  /** Returns whether an entry of the configuration may be among features. */
  public boolean keepsConfiguration(String key) {
    String top = key.indexOf('.') < 0 ? key : key.substring(0, key.indexOf('.'));
    return fields.stream().noneMatch(field -> field.configurationKeys().contains(top));
  }

  /** Returns the words of a repository's text with a gap in place of each that leaks. */
  public List<String> without(RepositoryRecord record, List<String> words) {
    Phrases own = new Phrases(ownNames(record));
    List<String> kept = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); ) {
      int length = Math.max(phrases.lengthAt(words, i), own.lengthAt(words, i));
      kept.add(length == 0 ? words.get(i) : GAP);
      i += Math.max(1, length);
    }
    return kept;
  }

  private List<String> ownNames(RepositoryRecord record) {
    List<String> names = new ArrayList<>();
    if (fields.contains(Field.BASE_MODEL)) {
      record.baseModels().forEach(base -> addNames(names, base));
    }
    if (fields.contains(Field.DATASET)) {
      record.targets(RelationKind.TRAINED_ON).forEach(each -> addNames(names, each));
    }
    if (fields.contains(Field.PAPER)) {
      names.addAll(record.targets(RelationKind.PAPER));
    }
    return names;
  }

  private static void addNames(List<String> names, String id) {
    names.add(id);
    names.add(id.substring(id.indexOf('/') + 1));
  }

  /** Whether a tag is a repository's whole name, or its name without the owner. */
  private static boolean names(String lowerTag, String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    return lowerTag.equals(lower)
        || lowerTag.endsWith(":" + lower)
        || lowerTag.equals(lower.substring(lower.indexOf('/') + 1));
  }

  /** Whether a value is a task with something behind it, such as text-generation-inference. */
  private boolean namesTask(String value) {
    for (int end = value.indexOf('-'); end >= 0; end = value.indexOf('-', end + 1)) {
      if (tasks.contains(value.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> normalised(Collection<String> values) {
    Set<String> normalised = new TreeSet<>();
    values.forEach(each -> normalised.add(normalised(each)));
    return normalised;
  }

  private static String normalised(String value) {
    return value.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}
