package dev.clade.lineage.ecosystem.turnover;

/**
 * How the top of a snapshot differs from those before. Remained, returning and newcomers are all of
 * it; in the first snapshot all are newcomers.
 *
 * @param label the snapshot's
 * @param size how many are in the top: as many as were asked for, or all that there are
 * @param remained how many were in the top of the snapshot before
 * @param returning how many were in an earlier top, but not in that before
 * @param newcomers how many were in no top before
 * @param left how many of the top before are in this one no longer
 * @param border the smallest value of the top
 * @param tiedOutside how many have that value, too, and are outside by their names alone
 */
public record TopChange(
    String label,
    int size,
    int remained,
    int returning,
    int newcomers,
    int left,
    long border,
    long tiedOutside) {}
