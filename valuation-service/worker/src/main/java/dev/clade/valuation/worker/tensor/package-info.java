/**
 * The little of libtorch that the worker needs: a device, arrays shipped to it and back, and
 * trainable weights.
 *
 * <p>Native memory belongs to the innermost open {@link org.bytedeco.javacpp.PointerScope}: whoever
 * starts a computation opens one, and everything allocated in it is freed when it closes.
 */
package dev.clade.valuation.worker.tensor;
