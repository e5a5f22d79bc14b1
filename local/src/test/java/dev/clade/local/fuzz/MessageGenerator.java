package dev.clade.local.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import dev.clade.runtime.page.PageToken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Draws messages of any type, wholly at random or by changing a good one. */
final class MessageGenerator {
  private static final int DEEPEST = 6;
  private static final int LONG_LIST = 1_200;

  /** Request ids that come again, with other requests. */
  private static final int REUSED_IDS = 16;

  /** How positions of pages begin, or are. */
  private static final List<String> POSITIONS =
      List.of(
          "0",
          "-9223372036854775808",
          "9223372036854775807",
          "+1000000000-12-31T23:59:59.999999999Z",
          "-1000000000-01-01T00:00:00Z 00000000-0000-4000-8000-000000000000",
          "+1000000000-12-31T23:59:59Z 00000000-0000-4000-8000-000000000000",
          "2024-01-01T00:00:00Z x",
          "ff 2147483647",
          "models/",
          " ");

  private final KnownTexts known;

  MessageGenerator(KnownTexts known) {
    this.known = known;
  }

  /** Draws a message. */
  DynamicMessage draw(Descriptor type, RandomGenerator random) {
    return draw(type, random, 0);
  }

  /** Changes a few fields of a message, at any depth. */
  DynamicMessage change(DynamicMessage good, RandomGenerator random) {
    DynamicMessage.Builder changed = good.toBuilder();
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      changeOne(changed, random, 0);
    }
    refreshRequestId(changed, random);
    forgeToken(changed, random);
    return changed.build();
  }

  private DynamicMessage draw(Descriptor type, RandomGenerator random, int depth) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      if (random.nextInt(depth + 4) < 2 || random.nextInt(4) == 0 && depth == 0) {
        set(message, field, random, depth);
      }
    }
    addUnknown(message, random);
    forgeToken(message, random);
    return message.build();
  }

  private void changeOne(Message.Builder message, RandomGenerator random, int depth) {
    List<FieldDescriptor> fields = message.getDescriptorForType().getFields();
    if (fields.isEmpty() || random.nextInt(20) == 0) {
      addUnknown(message, random);
      return;
    }
    FieldDescriptor field = fields.get(random.nextInt(fields.size()));
    boolean inside = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isMapField();
    if (inside && !field.isRepeated() && message.hasField(field) && random.nextInt(5) > 0) {
      Message.Builder inner = ((Message) message.getField(field)).toBuilder();
      changeOne(inner, random, depth + 1);
      message.setField(field, inner.build());
    } else if (inside && field.isRepeated() && message.getRepeatedFieldCount(field) > 0) {
      int place = random.nextInt(message.getRepeatedFieldCount(field));
      Message.Builder inner = ((Message) message.getRepeatedField(field, place)).toBuilder();
      changeOne(inner, random, depth + 1);
      message.setRepeatedField(field, place, inner.build());
    } else if (random.nextInt(8) == 0) {
      message.clearField(field);
    } else {
      set(message, field, random, depth);
    }
  }

  private void set(
      Message.Builder message, FieldDescriptor field, RandomGenerator random, int depth) {
    if (!field.isRepeated()) {
      message.setField(field, value(message, field, random, depth));
      return;
    }
    if (random.nextInt(4) == 0) {
      message.clearField(field);
    }
    for (int left = listLength(field, random, depth); left > 0; left--) {
      message.addRepeatedField(field, value(message, field, random, depth));
    }
  }

  private static int listLength(FieldDescriptor field, RandomGenerator random, int depth) {
    boolean cheap = field.getJavaType() != FieldDescriptor.JavaType.MESSAGE;
    if (depth == 0 && cheap && random.nextInt(100) == 0) {
      return LONG_LIST;
    }
    return random.nextInt(4);
  }

  private Object value(
      Message.Builder message, FieldDescriptor field, RandomGenerator random, int depth) {
    return switch (field.getJavaType()) {
      case INT -> (int) HostileNumbers.whole(random);
      case LONG -> HostileNumbers.whole(random);
      case DOUBLE -> HostileNumbers.real(random);
      case FLOAT -> (float) HostileNumbers.real(random);
      case BOOLEAN -> random.nextBoolean();
      case STRING -> whole(text(field.getName(), random));
      case BYTE_STRING -> bytes(random);
      case ENUM ->
          random.nextInt(4) == 0
              ? field
                  .getEnumType()
                  .findValueByNumberCreatingIfUnknown((int) HostileNumbers.whole(random))
              : field
                  .getEnumType()
                  .getValues()
                  .get(random.nextInt(field.getEnumType().getValues().size()));
      case MESSAGE -> inner(message, field, random, depth);
    };
  }

  private Object inner(
      Message.Builder message, FieldDescriptor field, RandomGenerator random, int depth) {
    Message.Builder inner = message.newBuilderForField(field);
    if (depth < DEEPEST) {
      for (FieldDescriptor each : inner.getDescriptorForType().getFields()) {
        if (random.nextInt(depth + 3) < 2) {
          set(inner, each, random, depth + 1);
        }
      }
    }
    return inner.build();
  }

  /** protobuf writes no halves of surrogate pairs; {@link WireBytes} has bytes that are no text. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private String text(String field, RandomGenerator random) {
    if (field.equals("request_id") && random.nextInt(4) > 0) {
      return requestId(random);
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> known.draw(field, random).orElse("");
      case 4 -> known.drawName(random).orElse("");
      case 5, 6 -> HostileTexts.change(known.draw(field, random).orElse(""), random);
      default -> HostileTexts.draw(random);
    };
  }

  /** A good message is sent often; mostly it is to ask for something new each time. */
  private static void refreshRequestId(Message.Builder message, RandomGenerator random) {
    FieldDescriptor field = message.getDescriptorForType().findFieldByName("request_id");
    if (field != null && random.nextInt(8) > 0) {
      message.setField(field, requestId(random));
    }
  }

  /** Anybody can make a token that fits the request, with a position that no page had. */
  private static void forgeToken(Message.Builder message, RandomGenerator random) {
    Descriptor type = message.getDescriptorForType();
    FieldDescriptor field = type.findFieldByName("page_token");
    if (field != null && type.findFieldByName("page_size") != null && random.nextInt(8) == 0) {
      message.setField(field, PageToken.encode(message.build(), position(random)));
    }
  }

  private static String position(RandomGenerator random) {
    String one = random.nextBoolean() ? POSITIONS.get(random.nextInt(POSITIONS.size())) : "";
    return one + whole(random.nextInt(3) > 0 ? HostileTexts.draw(random) : "");
  }

  private static String requestId(RandomGenerator random) {
    long low = random.nextInt(4) == 0 ? random.nextInt(REUSED_IDS) : random.nextLong();
    return new UUID(low & ~0xf000L | 0x4000L, low >>> 2 | Long.MIN_VALUE).toString();
  }

  private static ByteString bytes(RandomGenerator random) {
    byte[] bytes = new byte[random.nextInt(50) == 0 ? 70_000 : random.nextInt(40)];
    random.nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }

  private static void addUnknown(Message.Builder message, RandomGenerator random) {
    if (random.nextInt(10) == 0) {
      message.setUnknownFields(
          UnknownFieldSet.newBuilder()
              .addField(
                  1 + random.nextInt(9_999) + 10_000,
                  UnknownFieldSet.Field.newBuilder()
                      .addVarint(random.nextLong())
                      .addLengthDelimited(bytes(random))
                      .build())
              .build());
    }
  }
}
