/**
 * Families of models as the service tells them.
 *
 * <p>{@link dev.clade.lineage.server.family.FamilyFinder} checks the question and finds the family
 * in the latest snapshot; {@link dev.clade.lineage.server.family.FamilyOverview} says what holds of
 * it as a whole.
 */
package dev.clade.lineage.server.family;
