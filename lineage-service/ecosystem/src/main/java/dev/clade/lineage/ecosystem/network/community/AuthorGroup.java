package dev.clade.lineage.ecosystem.network.community;

/**
 * A community of authors and what its repositories hold.
 *
 * @param community its number
 * @param authors how many authors it has
 * @param repositories how many repositories are its own
 * @param downloadShare their share, 0 to 1, of all downloads; NaN where nothing was downloaded
 * @param likeShare their share, 0 to 1, of all likes; NaN where nothing was liked
 * @param topOwner the owner of most of its repositories, the first by name of several; empty when
 *     it has none
 */
public record AuthorGroup(
    int community,
    int authors,
    int repositories,
    double downloadShare,
    double likeShare,
    String topOwner) {}
