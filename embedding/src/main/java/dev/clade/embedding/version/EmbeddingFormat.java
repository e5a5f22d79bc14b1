package dev.clade.embedding.version;

import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyFormat;
import dev.clade.embedding.network.Floats;
import dev.clade.embedding.network.NetworkFormat;
import dev.clade.embedding.network.TrainedNetwork;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.file.RecordReader;
import dev.clade.embedding.repository.file.RecordWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Versions as bytes, the same on every machine.
 *
 * <p>They are: the letters {@code CLADEVER}; the version of the format, 2; the vocabulary, the
 * network and the probe's records in forms of their own; the probe's vectors, as 32-bit floats,
 * little-endian, after their number; how often lineage is refreshed; the attributes; whether there
 * is something of parents, and that; at last the SHA-256 of all that. Other numbers are big-endian.
 */
public final class EmbeddingFormat {
  /** The letters that a file begins with. */
  private static final byte[] MAGIC = "CLADEVER".getBytes(StandardCharsets.US_ASCII);

  private static final int VERSION = 2;
  private static final long LARGEST_PROBE = 64L << 20;
  private static final int LARGEST_VECTORS = Probe.MOST * (1 << 12);

  private EmbeddingFormat() {}

  /** Writes a version, and leaves the stream open. */
  public static void write(EmbeddingVersion version, OutputStream target) throws IOException {
    DigestOutputStream digested =
        new DigestOutputStream(new BufferedOutputStream(target, 1 << 16), sha256());
    DataOutputStream out = new DataOutputStream(digested);
    out.write(MAGIC);
    out.writeInt(VERSION);
    VocabularyFormat.write(version.vocabulary(), out);
    NetworkFormat.write(version.network(), out);
    RecordWriter records = new RecordWriter(out, version.probe().snapshot());
    for (RepositoryRecord record : version.probe().records()) {
      records.write(record);
    }
    records.finish();
    out.writeInt(version.probe().fused().length);
    Floats.write(version.probe().fused(), out);
    out.writeInt(version.refreshes());
    out.writeInt(version.attributes().size());
    for (AttributeConfidence attribute : version.attributes()) {
      out.writeUTF(attribute.attribute());
      ConfidenceFields.write(attribute.calibration(), out);
    }
    out.writeBoolean(version.parents().isPresent());
    if (version.parents().isPresent()) {
      ConfidenceFields.write(version.parents().get(), out);
    }
    digested.on(false);
    out.write(digested.getMessageDigest().digest());
    out.flush();
  }

  /** Returns whether some bytes are what a file begins with. */
  public static boolean isBeginning(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Reads a version, and leaves the stream open.
   *
   * @throws IllegalArgumentException if this is none, or a damaged one, or one that cannot be used
   *     here
   */
  public static EmbeddingVersion read(InputStream source) throws IOException {
    try {
      return readWhole(source);
    } catch (EOFException e) {
      throw new IllegalArgumentException("the version ends too early", e);
    } catch (UTFDataFormatException e) {
      throw new IllegalArgumentException("the version is damaged: a text of it is none", e);
    }
  }

  private static EmbeddingVersion readWhole(InputStream source) throws IOException {
    DigestInputStream digested =
        new DigestInputStream(new BufferedInputStream(source, 1 << 16), sha256());
    DataInputStream in = new DataInputStream(digested);
    require(
        isBeginning(in.readNBytes(MAGIC.length)),
        "this is no version of an embedding: the first letters are others than CLADEVER");
    int format = in.readInt();
    require(
        format == VERSION,
        "the file of the version is of format %d; %d can be read".formatted(format, VERSION));
    Vocabulary vocabulary = VocabularyFormat.read(in);
    TrainedNetwork network = NetworkFormat.read(in);
    RecordReader reader = new RecordReader(in, LARGEST_PROBE);
    List<RepositoryRecord> records = new ArrayList<>();
    reader.forEach(records::add);
    int count = in.readInt();
    require(
        count >= 0 && count <= LARGEST_VECTORS,
        "the probe would have %,d numbers".formatted(count));
    Probe probe = new Probe(reader.snapshot(), records, Floats.read(count, in));
    int refreshes = in.readInt();
    List<AttributeConfidence> attributes = new ArrayList<>();
    int left = ConfidenceFields.count(in);
    while (left-- > 0) {
      attributes.add(new AttributeConfidence(in.readUTF(), ConfidenceFields.readCalibration(in)));
    }
    Optional<ParentConfidence> parents =
        in.readBoolean() ? Optional.of(ConfidenceFields.readParents(in)) : Optional.empty();
    digested.on(false);
    byte[] checksum = digested.getMessageDigest().digest();
    require(
        Arrays.equals(in.readNBytes(checksum.length), checksum),
        "the version is damaged: its checksum is another");
    return new EmbeddingVersion(vocabulary, network, refreshes, probe, attributes, parents);
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
