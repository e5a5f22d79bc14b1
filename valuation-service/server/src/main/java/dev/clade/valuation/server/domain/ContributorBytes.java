package dev.clade.valuation.server.domain;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Contributors as bytes: the same contributors in the same order always make the same, and others
 * make others, for every text and list begins with its length.
 */
public final class ContributorBytes {
  private static final int VERSION = 1;

  private ContributorBytes() {}

  /** Returns contributors as bytes. */
  public static ByteString write(List<DataContributor> contributors) {
    ByteString.Output bytes = ByteString.newOutput();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.writeUInt32NoTag(VERSION);
      out.writeUInt32NoTag(contributors.size());
      for (DataContributor contributor : contributors) {
        out.writeStringNoTag(contributor.id());
        out.writeStringNoTag(contributor.displayName());
        out.writeInt64NoTag(contributor.itemCount());
        write(contributor.sources(), out);
        out.writeStringNoTag(contributor.contentHash());
        write(contributor.licenses(), out);
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteString();
  }

  /** Returns the contributors that bytes were made of. */
  public static List<DataContributor> read(ByteString bytes) {
    try {
      CodedInputStream in = bytes.newCodedInput();
      int version = in.readUInt32();
      if (version != VERSION) {
        throw new IOException("contributors are kept in form " + version);
      }
      int count = in.readUInt32();
      List<DataContributor> contributors = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        contributors.add(
            new DataContributor(
                in.readStringRequireUtf8(),
                in.readStringRequireUtf8(),
                in.readInt64(),
                readList(in),
                in.readStringRequireUtf8(),
                readList(in)));
      }
      return contributors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(List<String> texts, CodedOutputStream out) throws IOException {
    out.writeUInt32NoTag(texts.size());
    for (String text : texts) {
      out.writeStringNoTag(text);
    }
  }

  private static List<String> readList(CodedInputStream in) throws IOException {
    int count = in.readUInt32();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(in.readStringRequireUtf8());
    }
    return texts;
  }
}
