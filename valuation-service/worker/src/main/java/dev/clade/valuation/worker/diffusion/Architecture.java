package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.NetworkLayout;

/**
 * A network and the layout of the weights that it asks for.
 *
 * @param layout its weight tensors
 * @param network what is computed with them
 */
record Architecture(NetworkLayout layout, DenoisingNetwork network) {}
