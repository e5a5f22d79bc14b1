/**
 * Says whether this server can answer.
 *
 * <p>It can once its graph was read from disk, or has caught up with the catalogue for the first
 * time; that the catalogue is away later does not make it unready, since answers stay good and say
 * how old they are.
 */
package dev.clade.lineage.server.health;
