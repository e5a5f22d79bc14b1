package dev.clade.local.fuzz;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A call that a seed and a number give.
 *
 * @param seed what all cases of a run have in common
 * @param number which of them it is
 * @param method what is called
 * @param messages bytes of each message
 * @param wellFormed whether each of them is a message of the method
 * @param behaviour what the client does
 * @param headers what it sends beside messages
 */
record FuzzCase(
    long seed,
    long number,
    FuzzedMethod method,
    List<byte[]> messages,
    boolean wellFormed,
    Behaviour behaviour,
    Map<String, byte[]> headers) {
  private static final int MOST_SHOWN = 2_000;

  /** Returns whether it sends as many messages as its method takes. */
  boolean fits() {
    return behaviour == Behaviour.ORDERLY
        && (method.descriptor().isClientStreaming() || messages.size() == 1);
  }

  /** Returns the size of its largest message in bytes. */
  int largest() {
    return messages.stream().mapToInt(message -> message.length).max().orElse(0);
  }

  /** Returns the size of all headers in bytes, names aside. */
  int headerBytes() {
    return headers.values().stream().mapToInt(value -> value.length).sum();
  }

  /** Returns all there is to say of it, for people who want to have it again. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("seed %d, case %d: %s, %s".formatted(seed, number, method, behaviour));
    headers.forEach(
        (name, value) ->
            text.append("\n  header %s: %s".formatted(name, HexFormat.of().formatHex(value))));
    messages.forEach(message -> text.append("\n  message ").append(shown(message)));
    return text.toString();
  }

  private String shown(byte[] message) {
    String text;
    try {
      text =
          TextFormat.printer()
              .escapingNonAscii(true)
              .emittingSingleLine(true)
              .printToString(DynamicMessage.parseFrom(method.descriptor().getInputType(), message));
    } catch (InvalidProtocolBufferException e) {
      text = "0x" + HexFormat.of().formatHex(message);
    }
    return text.length() <= MOST_SHOWN
        ? text
        : text.substring(0, MOST_SHOWN) + "... (%d bytes)".formatted(message.length);
  }
}
