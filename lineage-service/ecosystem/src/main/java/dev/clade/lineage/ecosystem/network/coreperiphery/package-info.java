/**
 * Whether a network has a core that everybody is tied to and a periphery whose members are not tied
 * to each other, by three methods that may disagree.
 *
 * <p>The study does not tell its algorithm, so the discrete model of Borgatti and Everett (2000),
 * their continuous model and the k-core are all here, with how far they agree. A core is only worth
 * telling when it is more than what degrees alone bring about; a test against networks with the
 * same degrees says whether it is.
 */
package dev.clade.lineage.ecosystem.network.coreperiphery;
