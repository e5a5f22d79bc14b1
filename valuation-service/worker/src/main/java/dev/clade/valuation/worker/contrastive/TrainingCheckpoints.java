package dev.clade.valuation.worker.contrastive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Where the state of a training is kept, so that it can go on after a kill. */
public interface TrainingCheckpoints {
  /** Keeps nothing: a training that is killed or diverges begins again. */
  TrainingCheckpoints NONE =
      new TrainingCheckpoints() {
        @Override
        public Optional<InputStream> open() {
          return Optional.empty();
        }

        @Override
        public void keep(Content content) {
          // Nothing is kept.
        }
      };

  /** Opens what was kept last; empty when nothing was. */
  Optional<InputStream> open() throws IOException;

  /** Keeps content in the place of what was kept before: the one or the other, whatever happens. */
  void keep(Content content) throws IOException;

  /** What is kept. */
  interface Content {
    /** Writes it. */
    void write(OutputStream out) throws IOException;
  }
}
