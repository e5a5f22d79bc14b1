package dev.clade.lineage.ecosystem.reuse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The fields of study of Park and Yoon (ASIS&amp;T 2025). */
enum StudiedField {
  /** Natural language processing. */
  LANGUAGE(StudiedTasks.LANGUAGE),
  /** Computer vision. */
  VISION(StudiedTasks.VISION);

  private final List<String> tasks;

  StudiedField(List<String> tasks) {
    this.tasks = tasks;
  }

  /** Returns its tasks. */
  List<String> tasks() {
    return tasks;
  }

  /** Returns its name in lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the names of all fields. */
  static List<String> labels() {
    return Arrays.stream(values()).map(StudiedField::label).toList();
  }
}
