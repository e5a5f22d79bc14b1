package dev.clade.valuation.worker.embedding;

import dev.clade.valuation.worker.contrastive.CheckpointFile;
import dev.clade.valuation.worker.contrastive.TrainingCheckpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the states of trainings in a folder, so that one that is killed goes on, whoever takes it
 * up there. What was left behind is removed after a week.
 */
public final class TrainingStates {
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Optional<Path> folder;

  private TrainingStates(Optional<Path> folder) {
    this.folder = folder;
  }

  /** Returns a keeper that keeps nothing. */
  public static TrainingStates none() {
    return new TrainingStates(Optional.empty());
  }

  /**
   * Returns a keeper of states in a folder, which is made if need be.
   *
   * @throws IOException if it cannot be made or read
   */
  public static TrainingStates in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Instant oldest = Instant.now().minus(LONGEST);
    List<Path> states;
    try (Stream<Path> files = Files.list(folder)) {
      states = files.filter(file -> file.getFileName().toString().endsWith(".state")).toList();
    }
    for (Path state : states) {
      if (Files.getLastModifiedTime(state).toInstant().isBefore(oldest)) {
        Files.deleteIfExists(state);
      }
    }
    return new TrainingStates(Optional.of(folder));
  }

  /** Returns where the state of a training is kept. */
  TrainingCheckpoints of(long training) {
    return folder
        .<TrainingCheckpoints>map(each -> new CheckpointFile(file(each, training)))
        .orElse(TrainingCheckpoints.NONE);
  }

  /** Forgets the state of a training; returns whether there was one. */
  public boolean forget(long training) {
    try {
      return folder.isPresent() && Files.deleteIfExists(file(folder.get(), training));
    } catch (IOException e) {
      throw new UncheckedIOException("the state of a training cannot be removed", e);
    }
  }

  private static Path file(Path folder, long training) {
    return folder.resolve("%016x.state".formatted(training));
  }
}
