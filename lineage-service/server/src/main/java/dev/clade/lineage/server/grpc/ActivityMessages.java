package dev.clade.lineage.server.grpc;

import com.google.protobuf.Timestamp;
import dev.clade.ingest.v1.ArtifactCard;
import dev.clade.ingest.v1.CardFacts;
import dev.clade.ingest.v1.Commit;
import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.documentation.Card;
import dev.clade.lineage.ecosystem.history.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the messages of what a hub has and what people do there. */
final class ActivityMessages {
  private ActivityMessages() {}

  static Repository repository(dev.clade.ingest.v1.Repository message) {
    return new Repository(
        id(message.getName()),
        ContractNames.read(message.getAvailability()),
        message.hasCreateTime() ? Optional.of(time(message.getCreateTime())) : Optional.empty(),
        message.getDownloadCount(),
        message.getLikeCount(),
        message.getTask(),
        message.getLibrary(),
        message.getLicensesList(),
        message.getLanguagesList(),
        message.getTagsList(),
        count(message.hasCommitCount(), message.getCommitCount()),
        count(message.hasContributorCount(), message.getContributorCount()),
        count(message.hasDiscussionCount(), message.getDiscussionCount()),
        count(message.hasSizeBytes(), message.getSizeBytes()),
        message.hasCard() ? Optional.of(card(message.getCard())) : Optional.empty());
  }

  static History history(String name, List<Commit> commits) {
    return new History(id(name), commits.stream().map(ActivityMessages::commit).toList());
  }

  static DatedCounts counts(String name, dev.clade.ingest.v1.DatedCounts message) {
    return new DatedCounts(
        id(name),
        time(message.getProvenance().getSnapshotTime()),
        message.getDownloadCount(),
        message.getLikeCount());
  }

  static CardText card(ArtifactCard message) {
    return new CardText(id(message.getName()), message.getText());
  }

  private static dev.clade.lineage.ecosystem.history.Commit commit(Commit message) {
    String text =
        message.getMessage().isEmpty()
            ? message.getTitle()
            : message.getTitle() + "\n" + message.getMessage();
    return new dev.clade.lineage.ecosystem.history.Commit(
        time(message.getCommitTime()), message.getAuthorsList(), text);
  }

  private static Card card(CardFacts message) {
    return new Card((int) message.getLength(), message.getAutomatic());
  }

  private static OptionalLong count(boolean known, long count) {
    return known ? OptionalLong.of(count) : OptionalLong.empty();
  }

  private static Instant time(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  /** Returns a resource name without its collection. */
  private static String id(String name) {
    return name.substring(name.indexOf('/') + 1);
  }
}
