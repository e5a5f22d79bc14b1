package dev.clade.ingest.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Cuts a JSON list into its entries, without reading what is in them. */
final class JsonPieces {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonPieces() {}

  /**
   * Checks that a body is whole.
   *
   * @throws HubBusyException when it is not one whole JSON object, as when it was cut
   */
  static void checkObject(byte[] body) throws IOException {
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new HubBusyException("the answer is not a JSON object", Optional.empty());
      }
      json.skipChildren();
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new HubBusyException("the answer's JSON ends too early", Optional.empty());
      }
    } catch (JsonProcessingException e) {
      throw new HubBusyException("the answer is not whole JSON", Optional.empty());
    }
  }

  /**
   * Returns the bytes of each entry.
   *
   * @throws HubBusyException when the body is not one whole list, as when it was cut
   */
  static List<byte[]> of(byte[] body) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new HubBusyException("the answer is not a JSON list", Optional.empty());
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == null) {
          throw new HubBusyException("the answer's JSON ends too early", Optional.empty());
        }
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int end = (int) json.currentLocation().getByteOffset();
        pieces.add(Arrays.copyOfRange(body, start, end));
      }
    } catch (JsonProcessingException e) {
      throw new HubBusyException("the answer is not whole JSON", Optional.empty());
    }
    return pieces;
  }
}
