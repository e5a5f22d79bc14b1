package dev.clade.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clade.ingest.artifact.ActivityRules;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.DeclaredActivity;
import dev.clade.ingest.artifact.HubRecord;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.IOException;

/**
 * Reads the records that SQL makes of HFCommunity's tables. A first field {@code recordType}, that
 * is {@code commit} or {@code discussion}, tells those apart from repositories, which do not have
 * it and are read as {@link JsonRecordParser} does.
 */
final class CommunityRecordParser implements RecordParser {
  /** The field that tells commits and discussions from repositories. */
  static final String TYPE = "recordType";

  static final String COMMIT = "commit";
  static final String DISCUSSION = "discussion";

  private final JsonRecordParser repositories;

  /** Reads records; repositories are of a kind, where they do not tell it. */
  CommunityRecordParser(ArtifactKind kind) {
    this.repositories = new JsonRecordParser(kind);
  }

  @Override
  public HubRecord parse(byte[] record) throws RefusedRecordException {
    String text = Utf8.decode(record);
    return switch (JsonFields.first(text, TYPE)) {
      case null -> repositories.parse(text);
      case COMMIT -> ActivityRules.commitOf(declared(text));
      case DISCUSSION -> ActivityRules.discussionOf(declared(text));
      case String other ->
          throw RefusedRecordException.field(
              QuarantineReason.FIELD_MALFORMED, TYPE, other, "must be commit or discussion");
    };
  }

  private static DeclaredActivity declared(String record) throws RefusedRecordException {
    DeclaredActivity declared = new DeclaredActivity();
    JsonFields.each(record, (json, field) -> read(json, field, declared));
    return declared;
  }

  private static void read(JsonParser json, String field, DeclaredActivity declared)
      throws IOException, RefusedRecordException {
    switch (field) {
      case JsonFields.KIND ->
          declared.kind =
              json.currentToken() == JsonToken.VALUE_NULL ? null : JsonFields.kind(json);
      case "repo" -> declared.repository = JsonFields.text(json, field);
      case "sha" -> declared.sha = JsonFields.text(json, field);
      case "message" -> declared.message = JsonFields.text(json, field);
      case "num" -> declared.number = JsonFields.count(json, field);
      case "title" -> declared.title = JsonFields.text(json, field);
      case "status" -> declared.status = JsonFields.text(json, field);
      case "isPullRequest" -> declared.pullRequest = json.currentToken() == JsonToken.VALUE_TRUE;
      case "author" -> declared.author = JsonFields.text(json, field);
      case "date" -> declared.date = JsonFields.text(json, field);
      default -> json.skipChildren();
    }
  }
}
