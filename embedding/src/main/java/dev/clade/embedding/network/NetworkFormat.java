package dev.clade.embedding.network;

import dev.clade.embedding.feature.View;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Networks as bytes, the same on every machine.
 *
 * <p>They are: the letters {@code CLADEEMB}; the version of the format, 1; the name of the hash
 * function; the seed, in 64 bits; the views as bits; buckets, widths of inputs and of layers as the
 * records have them; the tasks' names after their number; how many numbers a pair has; then all
 * dense weights and the tables that the network has, as 32-bit floats, little-endian; at last the
 * SHA-256 of all that. Other numbers have 32 bits, big-endian, and texts are in UTF-8 after their
 * length in bytes. How many floats follow is told by the shape.
 */
public final class NetworkFormat {
  private static final byte[] MAGIC = "CLADEEMB".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LONGEST_TEXT = 1024;

  private NetworkFormat() {}

  /** Writes a network, and leaves the stream open. */
  public static void write(TrainedNetwork network, OutputStream target) throws IOException {
    DigestOutputStream digested =
        new DigestOutputStream(new BufferedOutputStream(target, 1 << 16), sha256());
    DataOutputStream out = new DataOutputStream(digested);
    NetworkShape shape = network.weights().shape();
    out.write(MAGIC);
    out.writeInt(VERSION);
    writeText(out, network.hashFunction());
    out.writeLong(network.seed());
    writeShape(out, shape);
    Floats.write(network.weights().dense(), out);
    for (TokenTable table : shape.tokenTables()) {
      Floats.write(network.weights().table(table), out);
    }
    digested.on(false);
    out.write(digested.getMessageDigest().digest());
    out.flush();
  }

  /**
   * Reads a network, no further than it goes, and leaves the stream open.
   *
   * @throws IllegalArgumentException if this is no network, or a damaged one
   */
  public static TrainedNetwork read(InputStream source) throws IOException {
    try {
      return readWhole(source);
    } catch (EOFException e) {
      throw new IllegalArgumentException("the network ends too early", e);
    }
  }

  private static TrainedNetwork readWhole(InputStream source) throws IOException {
    DigestInputStream digested = new DigestInputStream(source, sha256());
    DataInputStream in = new DataInputStream(digested);
    require(
        Arrays.equals(in.readNBytes(MAGIC.length), MAGIC),
        "this is no network: the first letters are others than CLADEEMB");
    int version = in.readInt();
    require(version == VERSION, "the network is of version " + version + "; 1 can be read");
    String hashFunction = readText(in);
    long seed = in.readLong();
    NetworkShape shape = readShape(in);
    float[] dense = Floats.read(new NetworkLayout(shape).size(), in);
    Map<TokenTable, float[]> tables = new EnumMap<>(TokenTable.class);
    for (TokenTable table : shape.tokenTables()) {
      tables.put(table, Floats.read(shape.tables().of(table) * shape.width(table), in));
    }
    digested.on(false);
    byte[] checksum = digested.getMessageDigest().digest();
    require(
        Arrays.equals(in.readNBytes(checksum.length), checksum),
        "the network is damaged: its checksum is another");
    return new TrainedNetwork(new NetworkWeights(shape, dense, tables), seed, hashFunction);
  }

  private static void writeShape(DataOutputStream out, NetworkShape shape) throws IOException {
    int views = 0;
    for (View view : shape.views()) {
      views |= 1 << view.ordinal();
    }
    TableSizes tables = shape.tables();
    InputWidths inputs = shape.inputs();
    LayerWidths layers = shape.layers();
    for (int number :
        new int[] {
          views,
          tables.card(),
          tables.tags(),
          tables.owners(),
          tables.names(),
          inputs.numeric(),
          inputs.lineage(),
          inputs.activity(),
          layers.embedding(),
          layers.table(),
          layers.identityTable(),
          layers.wide(),
          layers.narrow(),
          layers.task(),
          shape.tasks().size()
        }) {
      out.writeInt(number);
    }
    for (String task : shape.tasks()) {
      writeText(out, task);
    }
    out.writeInt(shape.pairFeatures());
  }

  private static NetworkShape readShape(DataInputStream in) throws IOException {
    int bits = in.readInt();
    List<View> views =
        Arrays.stream(View.values()).filter(view -> (bits >> view.ordinal() & 1) != 0).toList();
    require(bits >>> View.values().length == 0, "there are views that are not known here");
    TableSizes tables = new TableSizes(in.readInt(), in.readInt(), in.readInt(), in.readInt());
    InputWidths inputs = new InputWidths(in.readInt(), in.readInt(), in.readInt());
    LayerWidths layers =
        new LayerWidths(
            in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
    int count = in.readInt();
    require(
        count >= 0 && count <= NetworkShape.MOST_TASKS,
        "there would be %,d tasks; at most %d are allowed"
            .formatted(count, NetworkShape.MOST_TASKS));
    List<String> tasks = new ArrayList<>();
    for (int task = 0; task < count; task++) {
      tasks.add(readText(in));
    }
    return new NetworkShape(views, tables, inputs, layers, tasks, in.readInt());
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    require(bytes.length <= LONGEST_TEXT, "a text is longer than 1,024 bytes: " + text);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    require(
        length >= 0 && length <= LONGEST_TEXT,
        "a text would have %,d bytes; at most 1,024 are allowed".formatted(length));
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
