/**
 * Parts of convolutional networks. A part is the numbers of its weight tensors in a layout, so it
 * is immutable and serves any weights laid out so, however many channels they have.
 */
package dev.clade.valuation.worker.module;
