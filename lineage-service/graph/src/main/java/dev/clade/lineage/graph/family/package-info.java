/**
 * Families of models: the roots that a model stems from and all that was derived from them.
 *
 * <p>Only derivations count, that is relations which make the upstream model a base model. What a
 * root is when models declare each other as bases in a circle is stated by {@link
 * dev.clade.lineage.graph.family.FamilyWalk}.
 */
package dev.clade.lineage.graph.family;
