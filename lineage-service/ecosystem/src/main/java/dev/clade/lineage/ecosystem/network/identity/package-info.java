/**
 * Accounts that may be of one person, found by their names.
 *
 * <p>Osborne, Ding and Kirk (arXiv 2405.13058) list such candidates among people who are tied to
 * each other, and their script leaves the decision to a reader. So does this: nothing is merged.
 * Their second list, real names beside user names, needs profiles that the catalogue does not have.
 */
package dev.clade.lineage.ecosystem.network.identity;
