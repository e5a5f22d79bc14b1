package dev.clade.valuation.study.embedding;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.network.NetworkFormat;
import dev.clade.embedding.network.TrainedNetwork;
import dev.clade.embedding.token.TokenHash;
import dev.clade.valuation.study.output.StepProgress;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.contrastive.EpochReport;
import dev.clade.valuation.worker.embedding.CoalitionTraining;
import dev.clade.valuation.worker.embedding.Holdout;
import dev.clade.valuation.worker.embedding.LearntEmbedding;
import dev.clade.valuation.worker.embedding.TrainingStates;
import dev.clade.valuation.worker.random.RandomSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Trains networks and keeps them in a folder, a file for the network and one beside it for how its
 * training ended. What is there by the same set, split, recipe and seed is not trained again, and a
 * training that was killed goes on behind its last epoch.
 */
final class NetworkFolder {
  /** To be changed with what a training gives. */
  private static final String VERSION = "card-1";

  private static final Gson JSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private final Path folder;
  private final ContrastiveTrainer trainer;

  /**
   * Opens a folder, which is made if need be.
   *
   * @throws IOException if it cannot be made
   */
  NetworkFolder(Path folder, ContrastiveTrainer trainer) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.trainer = trainer;
  }

  /** What is kept beside a network. */
  private record Notes(int refreshes, int[] kept, Trained.End end) {}

  /**
   * Returns a network, trained if need be on all rows that may be learned from.
   *
   * @throws IOException if it cannot be read or kept
   */
  Trained get(String name, Holdout holdout, Recipe recipe, int seed) throws IOException {
    long root = root(holdout, recipe, seed);
    String key = "%s-%016x".formatted(name.replace(' ', '-'), root);
    Path network = folder.resolve(key + ".network");
    Path notes = folder.resolve(key + ".json");
    if (Files.exists(network)) {
      return read(name, holdout, network, notes);
    }
    TrainingStates states = TrainingStates.in(folder);
    Trained trained = train(name, holdout, recipe, root, states);
    LearntEmbedding learnt = trained.learnt();
    Notes kept = new Notes(learnt.refreshes(), learnt.kept(), trained.end().orElse(null));
    Files.writeString(notes, JSON.toJson(kept));
    write(learnt, network);
    states.forget(root);
    return trained;
  }

  private Trained train(
      String name, Holdout holdout, Recipe recipe, long root, TrainingStates states) {
    AtomicReference<EpochReport> last = new AtomicReference<>();
    int epochs = recipe.views().isEmpty() ? 0 : recipe.plan().epochs();
    try (StepProgress progress = StepProgress.of("training " + name, epochs, "epochs at most")) {
      CoalitionTraining training =
          new CoalitionTraining(
              trainer,
              states,
              report -> {
                last.set(report);
                progress.at(report.epoch());
              });
      LearntEmbedding learnt =
          training.train(
              holdout,
              holdout.learnt().stream().toArray(),
              recipe.views(),
              recipe.plan(),
              recipe.refreshes(),
              root,
              () -> false);
      return new Trained(name, learnt, Optional.ofNullable(last.get()).map(Trained.End::of));
    }
  }

  private static Trained read(String name, Holdout holdout, Path network, Path notes)
      throws IOException {
    Notes kept = JSON.fromJson(Files.readString(notes), Notes.class);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(network), 1 << 16)) {
      TrainedNetwork found = NetworkFormat.read(in);
      Vocabulary vocabulary =
          VocabularyMaker.count(
              holdout.learnt().stream().mapToObj(holdout.set().records()::get).toList(),
              holdout.leaks());
      return new Trained(
          name,
          new LearntEmbedding(
              found.weights(), vocabulary, kept.refreshes(), found.seed(), kept.kept()),
          Optional.ofNullable(kept.end()));
    }
  }

  /** The file is there whole or not at all. */
  private static void write(LearntEmbedding learnt, Path network) throws IOException {
    Path part = network.resolveSibling(network.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      NetworkFormat.write(new TrainedNetwork(learnt.weights(), learnt.seed(), TokenHash.ID), out);
    }
    Files.move(part, network, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The root of a training's randomness, which tells it from all others. */
  private static long root(Holdout holdout, Recipe recipe, int seed) {
    String what =
        "%s %s %s %s %d"
            .formatted(VERSION, holdout.set().digest(), holdout.split().name(), recipe, seed);
    return RandomSource.ofContent(what.getBytes(StandardCharsets.UTF_8)).seed();
  }
}
