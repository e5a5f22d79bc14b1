package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.network.Floats;
import dev.clade.embedding.network.NetworkFormat;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.TokenTable;
import dev.clade.embedding.network.TrainedNetwork;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The state of a training as bytes: the letters {@code CLADETRN}, the version of the format, 1, the
 * fingerprint of what is trained, the state, and the SHA-256 of all that.
 */
final class StateFormat {
  private static final byte[] MAGIC = "CLADETRN".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LARGEST_OPTIMIZER = 1 << 28;
  private static final int LARGEST_VECTORS = 1 << 30;

  private StateFormat() {}

  /**
   * Writes a state.
   *
   * @param fingerprint tells this training from others
   */
  static void write(TrainingState state, byte[] fingerprint, OutputStream target)
      throws IOException {
    DigestOutputStream digested = new DigestOutputStream(target, Fingerprint.sha256());
    DataOutputStream out = new DataOutputStream(digested);
    out.write(MAGIC);
    out.writeInt(VERSION);
    out.write(fingerprint);
    out.writeInt(state.epoch());
    out.writeInt(state.diverged());
    writeNetwork(state.weights(), out);
    for (TokenTable table : state.weights().shape().tokenTables()) {
      Floats.write(state.squares().get(table), out);
    }
    out.writeInt(state.optimizer().length);
    out.write(state.optimizer());
    out.writeInt(state.between().length);
    Floats.write(state.between(), out);
    out.writeBoolean(state.best().isPresent());
    if (state.best().isPresent()) {
      writeNetwork(state.best().get(), out);
      out.writeDouble(state.bestScore().orElseThrow());
    }
    out.writeInt(state.worse());
    digested.on(false);
    out.write(digested.getMessageDigest().digest());
    out.flush();
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if it is damaged, or of another training
   */
  static TrainingState read(byte[] fingerprint, InputStream source) throws IOException {
    try {
      return readWhole(fingerprint, source);
    } catch (EOFException e) {
      throw new IllegalArgumentException("the state of the training ends too early", e);
    }
  }

  private static TrainingState readWhole(byte[] fingerprint, InputStream source)
      throws IOException {
    DigestInputStream digested = new DigestInputStream(source, Fingerprint.sha256());
    DataInputStream in = new DataInputStream(digested);
    require(
        Arrays.equals(in.readNBytes(MAGIC.length), MAGIC) && in.readInt() == VERSION,
        "this is no state of a training that can be read here");
    require(
        Arrays.equals(in.readNBytes(fingerprint.length), fingerprint),
        "this is the state of a training with other features, options, weights or seed");
    int epoch = in.readInt();
    int diverged = in.readInt();
    NetworkWeights weights = NetworkFormat.read(in).weights();
    Map<TokenTable, float[]> squares = readSquares(weights.shape(), in);
    byte[] optimizer = in.readNBytes(count(in, LARGEST_OPTIMIZER));
    float[] between = Floats.read(count(in, LARGEST_VECTORS), in);
    Optional<NetworkWeights> best = Optional.empty();
    OptionalDouble score = OptionalDouble.empty();
    if (in.readBoolean()) {
      best = Optional.of(NetworkFormat.read(in).weights());
      score = OptionalDouble.of(in.readDouble());
    }
    int worse = in.readInt();
    digested.on(false);
    byte[] checksum = digested.getMessageDigest().digest();
    require(
        Arrays.equals(in.readNBytes(checksum.length), checksum),
        "the state of the training is damaged: its checksum is another");
    return new TrainingState(
        epoch, diverged, weights, squares, optimizer, between, best, score, worse);
  }

  private static Map<TokenTable, float[]> readSquares(NetworkShape shape, InputStream in)
      throws IOException {
    Map<TokenTable, float[]> squares = new EnumMap<>(TokenTable.class);
    for (TokenTable table : shape.tokenTables()) {
      squares.put(table, Floats.read(shape.tables().of(table), in));
    }
    return squares;
  }

  private static void writeNetwork(NetworkWeights weights, OutputStream out) throws IOException {
    NetworkFormat.write(new TrainedNetwork(weights, 0, ""), out);
  }

  private static int count(DataInputStream in, int most) throws IOException {
    int count = in.readInt();
    require(count >= 0 && count <= most, "the state of the training is damaged: a length is wrong");
    return count;
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
